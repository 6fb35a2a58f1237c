type Reasons = Readonly<Record<"plan" | "apply" | "drill", Readonly<Record<string, string>>>>;

const lock = "Takes and gives back the lock of a state; a plan that takes none (-lock=false) needs it not.";
const change = "Changes a role that stands: what was called makes roles and deletes them.";
const all =
  "AWS's own, which grants whatever its services come to know: everything but IAM, organizations and accounts.";

const archiver = "Logs does not tell IAM which service it is handed the archiver's role for, so no condition can hold.";

/** What the role of a workflow is granted though no call needed it, and why: patterns of actions, and policies of AWS's own. */
export const grantedBeyond: Reasons = {
  plan: {
    ReadOnlyAccess: "AWS's own, which grants whatever its services come to know: all that reads.",
    "dynamodb:DeleteItem": lock,
    "dynamodb:GetItem": lock,
    "dynamodb:PutItem": lock,
    "kms:GenerateDataKey": lock,
    "s3:DeleteObject": lock,
    "s3:PutObject": lock,
  },
  apply: {
    PowerUserAccess: all,
    "iam:PassRole to logs.amazonaws.com": archiver,
    "iam:UntagRole": change,
    "iam:UpdateAssumeRolePolicy": change,
    "iam:UpdateRole": change,
  },
  drill: {
    PowerUserAccess: all,
    "iam:PassRole to config.amazonaws.com": "Shared with applies.",
    "iam:PassRole to logs.amazonaws.com": archiver,
    "iam:UntagRole": "Shared with applies.",
    "iam:UpdateAssumeRolePolicy": "Shared with applies.",
    "iam:UpdateRole": "Shared with applies.",
  },
};

/** What it is denied though a call asked for it, and what follows: a need in a line. */
export const deniedThough: Reasons = {
  plan: {
    "kms:Decrypt * kms:ViaService=lambda.{region}.amazonaws.com":
      "Plans show the environment of each function as changed.",
  },
  apply: { "iam:PassRole arn:aws:iam::{account}:role/{prefix}-{role}": archiver },
  drill: { "iam:PassRole arn:aws:iam::{account}:role/{prefix}-{role}": archiver },
};
