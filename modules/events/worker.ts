import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { Construct } from "constructs";
import { apiHostName } from "../api/contract";
import type { Inputs } from "../core/contract";
import type { BoundedHome } from "../core/home";
import { number } from "../core/late";
import { code } from "./code";
import type { eventsContract } from "./contract";
import { workerRole } from "./worker-role";

interface WorkerOptions {
  readonly home: BoundedHome;
  readonly queueArn: string;
  readonly keyArn: string;
}

/**
 * The function that works the events off, in the app subnets: it reaches the api and AWS services, nothing else.
 *
 * It says which events of a batch failed; only those are tried again.
 */
export function worker(
  scope: Construct,
  inputs: Inputs<typeof eventsContract>,
  { home, queueArn, keyArn }: WorkerOptions,
) {
  const name = `${inputs.namePrefix}-events`;
  // Before the function: Lambda makes a missing one itself, unencrypted and kept forever.
  const log = new CloudwatchLogGroup(scope, "worker-log", {
    name: `/aws/lambda/${name}`,
    retentionInDays: number(inputs.logRetentionDays),
    kmsKeyId: inputs.logsKeyArn,
  });
  const role = workerRole(scope, home, { name, queueArn, keyArn, logGroupArn: log.arn });
  const made = new LambdaFunction(scope, "worker", {
    functionName: name,
    description: "Processes the shop's events",
    role: role.arn,
    ...code(scope, inputs, { home, keyArn }),
    architectures: ["arm64"],
    memorySize: number(inputs.memoryMib),
    timeout: number(inputs.timeoutSeconds),
    kmsKeyArn: keyArn,
    environment: { variables: { API_URL: `https://${apiHostName(inputs.privateZoneName)}` } },
    vpcConfig: { subnetIds: inputs.appSubnetIds, securityGroupIds: inputs.eventsGroupIds },
    dependsOn: [log],
  });
  new LambdaEventSourceMapping(scope, "work", {
    eventSourceArn: queueArn,
    functionName: made.arn,
    batchSize: 10,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: number(inputs.maxConcurrency) },
  });
  return { name: made.functionName, log };
}
