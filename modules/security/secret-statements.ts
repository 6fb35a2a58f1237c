import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Fn } from "cdktf";
import { nameOfService } from "../blocks/compute/contract";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Home } from "../core/home";
import { rolesPath } from "../core/names";

interface SecretUsers {
  readonly namePrefix: string;
  readonly secretReaderRoleNames: string[];
  readonly deployerRoleNames: string[];
}

/**
 * Who opens the database's secret: its readers, and those who apply Terraform.
 *
 * RDS makes the secret on behalf of who creates or restores the cluster, and later rotates it under the grant that it made
 * then. The secret of a global database is replicated on behalf of who sets it, which encrypts under the replica's key.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-permissions
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
 */
export const secretStatements = (
  home: Home,
  { namePrefix, secretReaderRoleNames, deployerRoleNames }: SecretUsers,
): DataAwsIamPolicyDocumentStatement[] => {
  const role = `arn:${home.partition}:iam::${home.account}:role`;
  const readers = Fn.formatlist(`${role}${rolesPath}${nameOfService(namePrefix, "%s")}`, [secretReaderRoleNames]);
  const deployers = Fn.formatlist(`${role}/%s`, [deployerRoleNames]);
  return [
    throughServices(home, "ReadSecret", {
      services: ["secretsmanager"],
      actions: ["kms:Decrypt"],
      roleArns: readers,
    }),
    throughServices(home, "MakeSecret", {
      services: ["secretsmanager", "rds"],
      actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
      roleArns: deployers,
    }),
    grantsThroughServices(home, "HandOnToRotation", { services: ["secretsmanager", "rds"], roleArns: deployers }),
  ];
};
