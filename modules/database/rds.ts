import type { Construct } from "constructs";
import type { RdsInputs } from "./contract";
import { databaseEvents } from "./events";
import type { DatabaseOptions, MadeDatabase } from "./options";
import { rdsInstance } from "./rds-instance";

/** The database as one RDS instance with a standby that nobody reads from. */
export function rds(scope: Construct, options: DatabaseOptions<RdsInputs>): MadeDatabase {
  const instance = rdsInstance(scope, options);
  databaseEvents(scope, {
    name: options.name,
    type: "db-instance",
    id: instance.identifier,
    topicArn: options.inputs.alertTopicArn,
  });
  return {
    databaseName: instance.dbName,
    databaseIdentifier: instance.identifier,
    databaseArn: instance.arn,
    writerEndpoint: instance.address,
    readerEndpoint: instance.address,
    secretArn: instance.masterUserSecret.get(0).secretArn,
  };
}
