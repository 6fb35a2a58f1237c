import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { platform } from "../../core/names";
import { originSecretPrefix } from "../../dns/contract";
import { secretName } from "../../secrets/contract";
import { stateKeyAlias } from "../../state/contract";
import type { Kept } from "./states";

type Statement = DataAwsIamPolicyDocumentStatement;

/** The secrets that load balancers know CloudFront by: the only ones whose values are in states. */
const originSecrets = ({ partition, account }: Home): string =>
  `arn:${partition}:secretsmanager:*:${account}:secret:${originSecretPrefix("*")}*`;

export const readOriginSecrets = (home: Home): Statement => ({
  sid: "ReadOriginSecrets",
  actions: ["secretsmanager:GetSecretValue"],
  resources: [originSecrets(home)],
});

export const keepOriginSecrets = (home: Home): Statement => ({
  sid: "KeepOriginSecrets",
  actions: [
    "secretsmanager:DeleteSecret",
    "secretsmanager:GetSecretValue",
    "secretsmanager:PutSecretValue",
    "secretsmanager:RemoveRegionsFromReplication",
    "secretsmanager:ReplicateSecretToRegions",
    "secretsmanager:UpdateSecret*",
  ],
  resources: [originSecrets(home)],
});

/** Makes and removes the shop's own secrets, and their replicas; what they say is for people and the shop. */
export const keepOwnSecrets = ({ partition, account }: Home): Statement => ({
  sid: "KeepOwnSecrets",
  actions: [
    "secretsmanager:DeleteSecret",
    "secretsmanager:RemoveRegionsFromReplication",
    "secretsmanager:ReplicateSecretToRegions",
  ],
  resources: [`arn:${partition}:secretsmanager:*:${account}:secret:${secretName("*")}`],
});

/** Keys of other secrets open for those who make them; the values are for the shop. */
export const leaveOtherSecrets = (home: Home): Statement => ({
  sid: "LeaveOtherSecrets",
  effect: "Deny",
  actions: ["secretsmanager:*SecretValue", "secretsmanager:UpdateSecret*"],
  notResources: [originSecrets(home)],
});

/** The platform's own parameters, and those that AWS publishes, such as the newest machine images. */
export const parameters = ({ partition, account }: Home): string[] => [
  `arn:${partition}:ssm:*:${account}:parameter/${platform}/*`,
  `arn:${partition}:ssm:*::parameter/aws/service/*`,
];

/** Objects of a tier that Terraform keeps: the archive of the minimal handler of events. */
export const codeObjects = ({ partition, account }: Home): string => `arn:${partition}:s3:::*-events-code-${account}/*`;

/** Reads the values that plans compare. */
export const readValues = ({ home, environment }: Kept): Statement[] => [
  readOriginSecrets(home),
  { sid: "ReadParameters", actions: ["ssm:GetParameter"], resources: parameters(home) },
  { sid: "ReadCode", actions: ["s3:GetObject", "s3:GetObjectTagging"], resources: [codeObjects(home)] },
  {
    sid: "DecryptWhatPlansRead",
    actions: ["kms:Decrypt"],
    resources: [`arn:${home.partition}:kms:*:${home.account}:key/*`],
    condition: [
      {
        test: "StringLike",
        variable: "kms:ViaService",
        // By way of Lambda, the environment variables of functions.
        values: ["dynamodb.*", "lambda.*", "s3.*", "secretsmanager.*"],
      },
      {
        test: "ForAnyValue:StringLike",
        variable: "kms:ResourceAliases",
        values: [stateKeyAlias(home, "*"), `alias/${environment}-*`],
      },
    ],
  },
];
