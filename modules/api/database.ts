import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { databaseIdentifier } from "../database/contract";
import { type apiContract, databaseUser } from "./contract";

/** How IAM names a database, and the secret that RDS manages for it. */
const kinds = {
  cluster: { arn: "cluster", find: "rds:DescribeDBClusters", user: "cluster", secret: "cluster", tag: "DBCluster" },
  instance: { arn: "db", find: "rds:DescribeDBInstances", user: "db", secret: "db", tag: "DBInstance" },
} as const;

/** What the service may do with the database: find it, log in, use Aurora's Data API, read its own secret. */
export function database(
  inputs: Inputs<typeof apiContract>,
  { region, arn }: Home,
): DataAwsIamPolicyDocumentStatement[] {
  const { databaseKind = "cluster" } = inputs;
  const kind = kinds[databaseKind];
  const its = arn("rds", `${kind.arn}:${databaseIdentifier(inputs.namePrefix)}`);
  return [
    { sid: "FindDatabase", actions: [kind.find], resources: [its] },
    {
      sid: "LogInToDatabase",
      actions: ["rds-db:connect"],
      // A database is named here by an id that only AWS knows, so any one of the account that has this user.
      resources: [arn("rds-db", `dbuser:${kind.user}-*/${databaseUser}`)],
    },
    ...(databaseKind === "cluster" ? [dataApi(its)] : []),
    {
      sid: "ReadDatabaseSecret",
      actions: ["secretsmanager:GetSecretValue"],
      resources: [arn("secretsmanager", `secret:rds!${kind.secret}-*`)],
      condition: [{ test: "StringEquals", variable: `aws:ResourceTag/aws:rds:primary${kind.tag}Arn`, values: [its] }],
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

const dataApi = (cluster: string): DataAwsIamPolicyDocumentStatement => ({
  sid: "UseDataApi",
  actions: [
    "rds-data:BatchExecuteStatement",
    "rds-data:BeginTransaction",
    "rds-data:CommitTransaction",
    "rds-data:ExecuteStatement",
    "rds-data:RollbackTransaction",
  ],
  resources: [cluster],
});
