import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Authorizer } from "@cdktf/provider-aws/lib/apigatewayv2-authorizer";
import { Apigatewayv2Integration } from "@cdktf/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import type { BoundedHome } from "../core/home";
import { number } from "../core/late";
import type { eventsContract } from "./contract";
import { domainName, sharedName } from "./domain-name";
import { intakeRole } from "./intake-role";

/** What is written of each request: who, what and how it ended, never what was in it. */
const accessLog = {
  requestId: "$context.requestId",
  ip: "$context.identity.sourceIp",
  caller: "$context.identity.userArn",
  requestTime: "$context.requestTime",
  routeKey: "$context.routeKey",
  status: "$context.status",
  integrationStatus: "$context.integrationStatus",
  integrationError: "$context.integrationErrorMessage",
  responseLength: "$context.responseLength",
};

interface IntakeOptions {
  readonly home: BoundedHome;
  readonly queue: SqsQueue;
  readonly keyArn: string;
}

/** The API: takes an event from whoever is let in, and puts it into the queue at once, without a function between. */
export function intake(
  scope: Construct,
  inputs: Inputs<typeof eventsContract>,
  { home, queue, keyArn }: IntakeOptions,
) {
  const name = `${inputs.namePrefix}-events`;
  const api = new Apigatewayv2Api(scope, "api", {
    name,
    description: "Accepts the shop's events",
    protocolType: "HTTP",
    disableExecuteApiEndpoint: true, // the names below are the only way in
    ...(inputs.authorizer === "jwt" ? { corsConfiguration: fromTheShop(inputs.domain) } : {}),
  });
  const role = intakeRole(scope, home, { name: `${name}-intake`, queueArn: queue.arn, keyArn });
  const toQueue = new Apigatewayv2Integration(scope, "to-queue", {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationSubtype: "SQS-SendMessage",
    payloadFormatVersion: "1.0",
    credentialsArn: role.arn,
    requestParameters: { QueueUrl: queue.url, MessageBody: "$request.body" },
  });
  const route = new Apigatewayv2Route(scope, "post", {
    apiId: api.id,
    routeKey: "POST /",
    ...authorization(scope, api.id, inputs),
    target: `integrations/${toQueue.id}`,
  });

  const log = new CloudwatchLogGroup(scope, "intake-log", {
    // Under this name, logs of AWS services need no line each in a policy of limited length.
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
    name: `/aws/vendedlogs/apis/${name}`,
    retentionInDays: number(inputs.logRetentionDays),
    kmsKeyId: inputs.logsKeyArn,
  });
  const stage = new Apigatewayv2Stage(scope, "stage", {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    defaultRouteSettings: {
      throttlingRateLimit: number(inputs.requestsPerSecond),
      throttlingBurstLimit: number(inputs.burstRequests),
      detailedMetricsEnabled: true,
    },
    accessLogSettings: { destinationArn: log.arn, format: Fn.jsonencode(accessLog) },
    dependsOn: [route],
  });
  const answers = { inputs, region: home.region, apiId: api.id, stageId: stage.id };
  const endpoint = domainName(scope, answers);
  const shared = inputs.sharesName === true ? { sharedEndpoint: sharedName(scope, answers) } : {};
  return { apiId: api.id, endpoint, ...shared, invokeArn: `${api.executionArn}/*/POST/`, log };
}

/** Customers' browsers post from the shop's pages. */
const fromTheShop = (domain: string) => ({
  allowOrigins: [`https://${domain}`],
  allowMethods: ["POST"],
  allowHeaders: ["authorization", "content-type"],
  maxAge: 3600,
});

const authorization = (
  scope: Construct,
  apiId: string,
  { authorizer, tokenIssuer, tokenAudience }: Inputs<typeof eventsContract>,
) => {
  if (authorizer === "iam") return { authorizationType: "AWS_IAM" };
  const tokens = new Apigatewayv2Authorizer(scope, "customers", {
    apiId,
    name: "customers",
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { issuer: tokenIssuer, audience: [tokenAudience] },
  });
  return { authorizationType: "JWT", authorizerId: tokens.id };
};
