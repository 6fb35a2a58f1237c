import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { preparationName } from "../../database/contract";
import { destroying, sharing } from "../never";
import { keepingRecords } from "./records";
import { leaveRolesThatShare, rolesOfServices } from "./roles-of-services";
import {
  codeObjects,
  keepOriginSecrets,
  keepOwnSecrets,
  leaveOtherSecrets,
  parameters,
  readOriginSecrets,
  readValues,
} from "./secrets";
import { type Kept, leaveTheAccountsState, readStates, writeStates } from "./states";
import { settingSwitches } from "./switches";
import { takingBack } from "./taking-back";

type Statement = DataAwsIamPolicyDocumentStatement;

/**
 * What a plan may beyond reading how things are set up: it compares states with a few values, and its review asks whether a
 * policy allows more than before. It takes no lock.
 */
export const planning = (kept: Kept): Statement[] => [
  ...readStates(kept),
  ...readValues(kept),
  { sid: "ComparePolicies", actions: ["access-analyzer:CheckNoNewAccess"], resources: ["*"] },
];

/** What an apply may beyond making and changing what tiers are made of, and what it may not whatever else is allowed. */
export const applying = (kept: Kept): Statement[] => [
  ...working(kept),
  keepOriginSecrets(kept.home),
  keepOwnSecrets(kept.home),
  { sid: "DestroyAndShareNothing", effect: "Deny", actions: [...destroying, ...sharing], resources: ["*"] },
  ...(kept.sharesBackups ? [leaveRolesThatShare(kept.home)] : []),
  {
    sid: "LeaveMasterPasswords",
    effect: "Deny",
    actions: ["rds:ModifyDBCluster", "rds:ModifyDBInstance"],
    resources: ["*"],
    // RDS keeps them in Secrets Manager. Who wants to know one has to end that first.
    condition: [{ test: "Bool", variable: "rds:ManageMasterUserPassword", values: ["false"] }],
  },
];

/** What a drill may: it makes a region as an apply does, and destroys what it has made. */
export const drilling = (kept: Kept): Statement[] => [
  ...working(kept),
  readOriginSecrets(kept.home),
  ...takingBack(kept),
  ...keepingRecords(kept),
  settingSwitches,
  preparingTheDatabase(kept.home),
  { sid: "ShareNothing", effect: "Deny", actions: sharing, resources: ["*"] },
];

/** Calls the function of a recovered region that prepares its database, and no other. */
const preparingTheDatabase = ({ partition, account }: Home): Statement => ({
  sid: "PrepareTheDatabase",
  actions: ["lambda:InvokeFunction"],
  resources: [`arn:${partition}:lambda:*:${account}:function:${preparationName("dr-*")}`],
});

/** States, the few values in them, roles of services, and what neither may touch. */
const working = (kept: Kept): Statement[] => [
  ...readStates(kept),
  ...writeStates(kept),
  ...values(kept.home),
  ...rolesOfServices(kept.home),
  ...leaveTheAccountsState(kept.home),
  leaveOtherSecrets(kept.home),
];

/** Values and objects that Terraform itself keeps, and keys by way of services, as their policies allow. */
const values = (home: Home): Statement[] => [
  {
    sid: "KeepParameters",
    actions: [
      "ssm:AddTagsToResource",
      "ssm:DeleteParameter",
      "ssm:GetParameter*",
      "ssm:PutParameter",
      "ssm:RemoveTagsFromResource",
    ],
    resources: parameters(home),
  },
  {
    sid: "KeepCode",
    actions: ["s3:DeleteObject", "s3:GetObject", "s3:GetObjectTagging", "s3:PutObject", "s3:PutObjectTagging"],
    resources: [codeObjects(home)],
  },
  {
    sid: "UseKeysThroughServices",
    actions: [
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
      "kms:RetireGrant",
    ],
    resources: [`arn:${home.partition}:kms:*:${home.account}:key/*`],
    condition: [{ test: "Null", variable: "kms:ViaService", values: ["false"] }],
  },
];
