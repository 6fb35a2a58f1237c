import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Home } from "../core/home";
import { type LateNumber, times } from "../core/late";

interface QueueInputs {
  readonly namePrefix: string;
  readonly retentionDays: LateNumber;
  readonly maxAttempts: LateNumber;
  readonly timeoutSeconds: LateNumber;
}

const secondsOfADay = 86_400;

/**
 * The queue, and the one for what failed too often: under the key, over TLS only.
 *
 * An attempt is hidden for six times the function's timeout, as AWS recommends, so that none begins before the last ends.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export function queues(
  scope: Construct,
  inputs: QueueInputs,
  { home, keyArn }: { readonly home: Home; readonly keyArn: string },
) {
  const { namePrefix, retentionDays, maxAttempts, timeoutSeconds } = inputs;
  const name = `${namePrefix}-events`;
  const failedName = `${name}-failed`;
  const encrypted = (id: string, called: string) => ({
    name: called,
    kmsMasterKeyId: keyArn,
    policy: tlsOnly(scope, `${id}-policy`, home.arn("sqs", called)),
  });

  const failed = new SqsQueue(scope, "failed", {
    ...encrypted("failed", failedName),
    messageRetentionSeconds: 14 * secondsOfADay,
    redriveAllowPolicy: Fn.jsonencode({
      redrivePermission: "byQueue",
      sourceQueueArns: [home.arn("sqs", name)], // from its name: the queue needs this one first
    }),
  });
  const queue = new SqsQueue(scope, "queue", {
    ...encrypted("queue", name),
    messageRetentionSeconds: times(retentionDays, secondsOfADay),
    visibilityTimeoutSeconds: times(timeoutSeconds, 6),
    redrivePolicy: Fn.jsonencode({ deadLetterTargetArn: failed.arn, maxReceiveCount: maxAttempts }),
  });
  return { queue, failed };
}

const tlsOnly = (scope: Construct, id: string, queueArn: string): string =>
  new DataAwsIamPolicyDocument(scope, id, {
    statement: [
      {
        sid: "TlsOnly",
        effect: "Deny",
        principals: [{ type: "*", identifiers: ["*"] }],
        actions: ["sqs:*"],
        resources: [queueArn],
        condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      },
    ],
  }).json;
