import type { Construct } from "constructs";
import { auroraCluster } from "./aurora-cluster";
import { auroraInstances } from "./aurora-instances";
import type { AuroraInputs } from "./contract";
import { databaseEvents } from "./events";
import { globalCluster } from "./global-cluster";
import { masterLogin } from "./login";
import type { DatabaseOptions, MadeDatabase } from "./options";

/** The database as an Aurora Serverless v2 cluster: a writer, and readers in the other zones; alone, or part of a global one. */
export function aurora(
  scope: Construct,
  { name, inputs, monitoring, log, finalSnapshot }: DatabaseOptions<AuroraInputs>,
): MadeDatabase {
  const { login, secretArn } = masterLogin(scope, name, inputs);
  const cluster = auroraCluster(scope, { name, inputs, login, log, monitoring, finalSnapshot });
  if (inputs.engine === "global") globalCluster(scope, { name, cluster, ephemeral: inputs.ephemeral });
  auroraInstances(scope, {
    cluster,
    name,
    count: 1 + inputs.readerCount,
    zoneNames: inputs.zoneNames,
    keyArn: inputs.databaseKeyArn,
    monitoring,
  });
  databaseEvents(scope, { name, type: "db-cluster", id: cluster.id, topicArn: inputs.alertTopicArn });
  return {
    databaseName: cluster.databaseName,
    databaseIdentifier: cluster.clusterIdentifier,
    databaseArn: cluster.arn,
    writerEndpoint: cluster.endpoint,
    readerEndpoint: cluster.readerEndpoint,
    secretArn: secretArn ?? cluster.masterUserSecret.get(0).secretArn,
  };
}
