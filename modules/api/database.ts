import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { databaseIdentifier } from "../database/contract";
import { type apiContract, databaseUser } from "./contract";

/** How IAM names a database. */
const kinds = {
  cluster: { arn: "cluster", find: "rds:DescribeDBClusters", user: "cluster" },
  instance: { arn: "db", find: "rds:DescribeDBInstances", user: "db" },
} as const;

/** What the service may do with the database: find it, and log in as its own user. */
export function database(inputs: Inputs<typeof apiContract>, { arn }: Home): DataAwsIamPolicyDocumentStatement[] {
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
  ];
}
