import type { Construct } from "constructs";
import { byWayOf } from "../../blocks/encryption/statements";
import { joinsVpc } from "../../blocks/service-role/joins-vpc";
import { type ServiceRole, serviceRole } from "../../blocks/service-role/service-role";
import { writesLog } from "../../blocks/service-role/writes-log";
import type { Inputs } from "../../core/contract";
import type { BoundedHome } from "../../core/home";
import type { databaseContract } from "../contract";

interface PreparationRole {
  readonly name: string;
  readonly secretArn: string;
  readonly logGroupArn: string;
  readonly inputs: Inputs<typeof databaseContract>;
}

/** The role of the function: read the master secret of its database, write its own log, nothing else. */
export const preparationRole = (
  scope: Construct,
  home: BoundedHome,
  { name, secretArn, logGroupArn, inputs }: PreparationRole,
): ServiceRole =>
  serviceRole(scope, "preparation-role", {
    home,
    name,
    service: "lambda.amazonaws.com",
    statements: [
      { sid: "ReadMasterSecret", actions: ["secretsmanager:GetSecretValue"], resources: [secretArn] },
      {
        sid: "DecryptMasterSecret",
        actions: ["kms:Decrypt"],
        resources: [inputs.secretsKeyArn],
        condition: [byWayOf(home.region, "secretsmanager")],
      },
      writesLog(logGroupArn),
      ...joinsVpc(home, name),
    ],
  });
