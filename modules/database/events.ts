import { DbEventSubscription } from "@cdktf/provider-aws/lib/db-event-subscription";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import type { Construct } from "constructs";

/** Sends what happens to the cluster to the alert topic: failures, failovers, maintenance, its deletion. */
export const databaseEvents = (
  scope: Construct,
  cluster: RdsCluster,
  name: string,
  topicArn: string,
): DbEventSubscription =>
  new DbEventSubscription(scope, "events", {
    name,
    snsTopic: topicArn,
    sourceType: "db-cluster",
    sourceIds: [cluster.id],
    eventCategories: ["deletion", "failover", "failure", "maintenance", "notification"],
  });
