type Name = "plan" | "apply" | "drill";
/** Why, and what it is said of: a pattern of actions, or a need in a line. */
type Reason = readonly [why: string, ...of: (string | RegExp)[]];
type Reasons = Readonly<Record<Name, readonly Reason[]>>;

const change =
  "Changes what stands, or takes tags off it: what was called makes regions and what they share, and deletes them.";
const notInLog: readonly Reason[] = [
  ["No composition that was planned has it, and a region file may say it.", /^(drs|shield):/],
  ["A provider of identities that others made is looked for by its address.", "iam:ListOpenIDConnectProviders"],
];
const loginOfPrimary: Reason = [
  "A replica of a global database, which no composition that was applied has, looks for its login by the name's first part.",
  "secretsmanager:ListSecrets",
];
const tables: Reason = [
  "What reads DynamoDB is left out of the log: digests of states, and the tables of the state tier.",
  /^dynamodb:/,
];
const shared = "Shared with applies, which change roles, parameters and objects that stand.";
const stands = /^[a-z0-9-]+:(Decrease|Disable|Disassociate|Enable|Increase|Remove|Reset|Set|Untag|Update)|:P(ATCH|UT)$/;

/** What the role of a workflow is granted though no call needed it, and why. */
export const grantedBeyond: Reasons = {
  plan: [...notInLog, tables, loginOfPrimary],
  apply: [
    ...notInLog,
    tables,
    loginOfPrimary,
    [
      change,
      stands,
      "autoscaling:StartInstanceRefresh",
      "firehose:UpdateDestination",
      "logs:AssociateKmsKey",
      "s3:PutObjectTagging",
      /^ecr:PutImage/,
    ],
    [
      "No composition that was applied has a global database, or copies of an instance's backups.",
      "rds:CreateGlobalCluster",
      "rds:StartDBInstanceAutomatedBackupsReplication",
    ],
    [
      "Read of roles and policies that people apply.",
      "iam:GetAccountPasswordPolicy",
      "iam:GetOpenIDConnectProvider",
      "iam:GetPolicy*",
    ],
  ],
  drill: [
    ...notInLog.slice(0, 1),
    tables,
    [shared, /^iam:U/, "s3:PutObjectTagging", "ssm:RemoveTagsFromResource", "iam:PassRole to config.amazonaws.com"],
  ],
};

const archiver =
  "Logs does not tell IAM that it is handed the archiver's role; any other is handed to a named service.";
const states = "Would lead states elsewhere: people do it, with Terraform.";
const people = "Destroys data or evidence, or ends watching: people do it, with Terraform.";

/** What it is denied though a call asked for it, and what follows. */
export const deniedThough: Reasons = {
  plan: [],
  apply: [
    [archiver, "iam:PassRole arn:aws:iam::{account}:role/shop/{prefix}-{role}"],
    [
      people,
      /^(access-analyzer|backup|cloudtrail|cognito-idp|config|guardduty|logs|rds):Delete\w+ \*$/,
      /^s3:Delete(Bucket|ObjectVersion)/,
      "config:StopConfigurationRecorder *",
      "ec2:DisableEbsEncryptionByDefault *",
      "kms:ScheduleKeyDeletion *",
    ],
    [states, /^s3:PutReplicationConfiguration /, /^iam:PassRole .*=s3\.amazonaws\.com$/],
  ],
  drill: [[archiver, "iam:PassRole arn:aws:iam::{account}:role/shop/{prefix}-{role}"]],
};

/** Those that no reason is said for, and reasons that are said for nothing. */
export function unexplained(found: readonly string[], reasons: readonly Reason[]): string[] {
  const fits = (of: string | RegExp, one: string): boolean => (typeof of === "string" ? of === one : of.test(one));
  const said = reasons.flatMap(([, ...of]) => of);
  return [
    ...found.filter((one) => !said.some((of) => fits(of, one))),
    ...said.filter((of) => !found.some((one) => fits(of, one))).map((of) => `${of}: nothing is beyond need here`),
  ];
}
