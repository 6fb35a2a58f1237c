import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { lockTableName, stateBucketName } from "../../state/contract";

type Statement = DataAwsIamPolicyDocumentStatement;

/** What is kept of one environment, as policies name it. */
export interface Kept {
  readonly home: Home;
  readonly environment: string;
  /** Whether the roles of AWS Backup may share snapshots. */
  readonly sharesBackups: boolean;
}

/** The buckets of the account's states. */
const buckets = (home: Home): string => `arn:${home.partition}:s3:::${stateBucketName(home, "*")}`;
const locks = ({ partition, account }: Home): string => `arn:${partition}:dynamodb:*:${account}:table/${lockTableName}`;

/** Reads the states of an environment, as they are now; their digests are in the lock table. */
export const readStates = ({ home, environment }: Kept): Statement[] => [
  { sid: "ReadStates", actions: ["s3:GetObject"], resources: [`${buckets(home)}/${environment}/*.tfstate`] },
  { sid: "ReadDigestsOfStates", actions: ["dynamodb:GetItem"], resources: [locks(home)] },
];

/** Writes them, under a lock. No version of a state is ever deleted. */
export const writeStates = ({ home, environment }: Kept): Statement[] => [
  { sid: "WriteStates", actions: ["s3:PutObject"], resources: [`${buckets(home)}/${environment}/*.tfstate`] },
  {
    sid: "LockStatesInBuckets",
    actions: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
    resources: [`${buckets(home)}/${environment}/*.tflock`],
  },
  { sid: "LockStates", actions: ["dynamodb:DeleteItem", "dynamodb:PutItem"], resources: [locks(home)] },
];

/** Of the account tier's own state: a provider that somebody writes into it would run with an administrator's credentials. */
const ofTheAccount = "/global/account.tfstate*";

/** Leaves alone what only people apply: the state of the account tier, and the buckets of all states. */
export const leaveTheAccountsState = (home: Home): Statement[] => [
  {
    sid: "LeaveTheAccountsState",
    effect: "Deny",
    actions: ["s3:DeleteObject*", "s3:PutObject*"],
    resources: [`${buckets(home)}/*${ofTheAccount}`],
  },
  {
    sid: "LeaveTheAccountsLock",
    effect: "Deny",
    actions: ["dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    resources: [locks(home)],
    condition: [{ test: "ForAnyValue:StringLike", variable: "dynamodb:LeadingKeys", values: [`*${ofTheAccount}`] }],
  },
  {
    sid: "LeaveStateBuckets",
    effect: "Deny",
    actions: ["s3:CreateBucket", "s3:DeleteBucket*", "s3:PutBucket*", "s3:Put*Configuration"],
    resources: [buckets(home)],
  },
];
