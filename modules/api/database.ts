import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { apiContract } from "./contract";

type Given = Inputs<typeof apiContract>;

/** The database user that the service logs in as, with IAM instead of a password. */
export const databaseUser = "shop_api";

/** Identifier of the database's cluster: tiers that are applied side by side know each other by name. */
export const orders = ({ namePrefix }: Given): string => `${namePrefix}-orders`;

/** What the service may do with the database: find it, log in, use the Data API, read its own secret. */
export function database(inputs: Given, { region, arn }: Home): DataAwsIamPolicyDocumentStatement[] {
  const cluster = arn("rds", `cluster:${orders(inputs)}`);
  return [
    { sid: "FindDatabase", actions: ["rds:DescribeDBClusters"], resources: [cluster] },
    {
      sid: "LogInToDatabase",
      actions: ["rds-db:connect"],
      // A cluster is named here by an id that only AWS knows, so any cluster of the account that has this user.
      resources: [arn("rds-db", `dbuser:cluster-*/${databaseUser}`)],
    },
    {
      sid: "UseDataApi",
      actions: [
        "rds-data:BatchExecuteStatement",
        "rds-data:BeginTransaction",
        "rds-data:CommitTransaction",
        "rds-data:ExecuteStatement",
        "rds-data:RollbackTransaction",
      ],
      resources: [cluster],
    },
    {
      sid: "ReadDatabaseSecret",
      actions: ["secretsmanager:GetSecretValue"],
      resources: [arn("secretsmanager", "secret:rds!cluster-*")],
      condition: [{ test: "StringEquals", variable: "aws:ResourceTag/aws:rds:primaryDBClusterArn", values: [cluster] }],
    },
    {
      sid: "DecryptDatabaseSecret",
      actions: ["kms:Decrypt"],
      resources: [inputs.secretsKeyArn],
      condition: [
        { test: "StringEquals", variable: "kms:ViaService", values: [`secretsmanager.${region}.amazonaws.com`] },
      ],
    },
  ];
}
