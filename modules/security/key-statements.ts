import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { copiedByAccounts } from "../blocks/encryption/copied-by-accounts";
import { instanceStatements } from "../blocks/encryption/instance-statements";
import {
  backups,
  dataActions,
  forAwsResources,
  grantsThroughServices,
  is,
  throughServices,
} from "../blocks/encryption/statements";
import type { Home } from "../core/home";

type Statement = DataAwsIamPolicyDocumentStatement;

/**
 * Through RDS and AWS Backup only: storage, snapshots, Performance Insights, and reading a snapshot to copy it into another
 * region; and AWS Backup of the accounts that backups are copied into.
 */
export const databaseStatements = (
  home: Home,
  { backupsCopiedByAccounts = [] }: { readonly backupsCopiedByAccounts?: readonly string[] },
): Statement[] => [
  throughServices(home, "StoreData", backups),
  grantsThroughServices(home, "HandOnToDatabases", backups),
  ...copiedByAccounts(home, backupsCopiedByAccounts),
];

/** Through S3, where logs are kept, and Firehose, which collects them under a grant of its own; log delivery where it is used. */
export const archiveStatements = (
  home: Home,
  { flowLogInBucket }: { readonly flowLogInBucket?: boolean },
): Statement[] => [
  throughServices(home, "KeepLogs", { services: ["s3", "firehose"] }),
  grantsThroughServices(home, "HandOnToStreams", { services: ["firehose"] }),
  ...(flowLogInBucket ? [logDeliveryUses(home)] : []),
];

/** AWS's log delivery of this account. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html */
const logDeliveryUses = ({ partition, region, account }: Home): Statement => ({
  sid: "DeliverLogs",
  principals: [{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }],
  actions: dataActions,
  resources: ["*"],
  condition: [
    is("aws:SourceAccount", account),
    { test: "ArnLike", variable: "aws:SourceArn", values: [`arn:${partition}:logs:${region}:${account}:*`] },
  ],
});

/** Through EC2 and Auto Scaling for instances, Lambda for settings of functions, Fargate for disks of tasks. */
export const volumeStatements = (home: Home, autoscalingServiceRoleArn: string): Statement[] => [
  ...instanceStatements(home, autoscalingServiceRoleArn),
  throughServices(home, "EncryptSettingsOfFunctions", { services: ["lambda"] }),
  grantsThroughServices(home, "HandOnToFunctions", { services: ["lambda"] }),
  ...scratchUses(home),
  ...scansForMalware(home),
];

/**
 * GuardDuty looks at copies of volumes, for which EC2 uses their key, and hands the key on to its scan by its own role.
 *
 * By its ARN in a condition: the role need not exist, as it would have to as a principal.
 * https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-volumes.html
 */
const scansForMalware = ({ partition, account }: Home): Statement[] => {
  const role = "malware-protection.guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDutyMalwareProtection";
  const byGuardDuty: Statement = {
    principals: [{ type: "AWS", identifiers: [`arn:${partition}:iam::${account}:root`] }],
    resources: ["*"],
    condition: [
      is("kms:CallerAccount", account),
      {
        test: "ArnEquals",
        variable: "aws:PrincipalArn",
        values: [`arn:${partition}:iam::${account}:role/aws-service-role/${role}`],
      },
    ],
  };
  return [
    { ...byGuardDuty, sid: "FindKeyForScan", actions: ["kms:DescribeKey"] },
    forAwsResources({ ...byGuardDuty, sid: "ScanForMalware", actions: ["kms:CreateGrant"] }),
  ];
};

/**
 * Through Fargate, for what tasks of this account's clusters write to their own disk.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html
 */
const scratchUses = ({ account }: Home): Statement[] => {
  const byFargate = {
    principals: [{ type: "Service", identifiers: ["fargate.amazonaws.com"] }],
    resources: ["*"],
  };
  const ofAccount = is("kms:EncryptionContext:aws:ecs:clusterAccount", account);
  return [
    {
      ...byFargate,
      sid: "EncryptScratchOfTasks",
      actions: ["kms:GenerateDataKeyWithoutPlaintext"],
      condition: [ofAccount],
    },
    {
      ...byFargate,
      sid: "HandOnToTasks",
      actions: ["kms:CreateGrant"],
      condition: [
        ofAccount,
        { test: "ForAllValues:StringEquals", variable: "kms:GrantOperations", values: ["Decrypt"] },
      ],
    },
  ];
};
