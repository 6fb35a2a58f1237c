import { DbEventSubscription } from "@cdktf/provider-aws/lib/db-event-subscription";
import type { Construct } from "constructs";

interface EventsOptions {
  readonly name: string;
  readonly type: "db-cluster" | "db-instance";
  readonly id: string;
  readonly topicArn: string;
}

/** Sends what happens to the database to the alert topic: failures, failovers, maintenance, its deletion. */
export const databaseEvents = (scope: Construct, { name, type, id, topicArn }: EventsOptions): void => {
  new DbEventSubscription(scope, "events", {
    name,
    snsTopic: topicArn,
    sourceType: type,
    sourceIds: [id],
    eventCategories: ["deletion", "failover", "failure", "maintenance", "notification"],
  });
};
