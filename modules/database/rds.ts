import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Outputs } from "../core/contract";
import type { databaseContract, RdsInputs } from "./contract";
import { databaseEvents } from "./events";
import type { MonitoringRole } from "./monitoring-role";
import { rdsInstance } from "./rds-instance";

/** The database as one RDS instance with a standby that nobody reads from. */
export function rds(
  scope: Construct,
  name: string,
  inputs: RdsInputs,
  monitoring: MonitoringRole,
  log: ITerraformDependable,
): Omit<Outputs<typeof databaseContract>, "logGroupNames"> {
  const instance = rdsInstance(scope, name, inputs, monitoring, [log]);
  databaseEvents(scope, { type: "db-instance", id: instance.identifier }, name, inputs.alertTopicArn);
  return {
    databaseIdentifier: instance.identifier,
    databaseArn: instance.arn,
    writerEndpoint: instance.address,
    readerEndpoint: instance.address,
    secretArn: instance.masterUserSecret.get(0).secretArn,
  };
}
