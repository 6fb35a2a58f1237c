import { DbEventSubscription } from "@cdktf/provider-aws/lib/db-event-subscription";
import type { Construct } from "constructs";

interface Source {
  readonly type: "db-cluster" | "db-instance";
  readonly id: string;
}

/** Sends what happens to the database to the alert topic: failures, failovers, maintenance, its deletion. */
export const databaseEvents = (scope: Construct, { type, id }: Source, name: string, topicArn: string): void => {
  new DbEventSubscription(scope, "events", {
    name,
    snsTopic: topicArn,
    sourceType: type,
    sourceIds: [id],
    eventCategories: ["deletion", "failover", "failure", "maintenance", "notification"],
  });
};
