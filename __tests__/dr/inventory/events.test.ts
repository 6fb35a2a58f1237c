import * as apiGateway from "@aws-sdk/client-apigatewayv2";
import * as sqs from "@aws-sdk/client-sqs";
import { type Aws, connect } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import { httpApis } from "../../../dr/inventory/readers/http-apis";
import { lambdaFunctions } from "../../../dr/inventory/readers/lambda-functions";
import { queues } from "../../../dr/inventory/readers/queues";
import { read } from "../../../dr/inventory/take";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { eventsLeftovers } from "../sweep/events-leftovers";
import { makeWorld, type World } from "../sweep/world";

let local: GatedAws;
let aws: Aws;
let world: World;

beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
  world = await makeWorld(aws, connect(local.environment, "us-east-1"));
});
afterAll(() => local.stop());

const make = (type: string) => given(eventsLeftovers.find((one) => one.type === type)).make(world);

describe("the inventory of events", () => {
  it("tells how a queue is encrypted, who may use it, and where what fails goes", async () => {
    const statement = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" };
    const redrive = { deadLetterTargetArn: "arn:aws:sqs:eu-west-1:123456789012:failed", maxReceiveCount: 5 };
    await aws.sqs.send(new sqs.CreateQueueCommand({ QueueName: "failed" }));
    const Attributes = {
      KmsMasterKeyId: "alias/aws/sqs",
      Policy: JSON.stringify({ Statement: [statement] }),
      RedrivePolicy: JSON.stringify(redrive),
    };
    await aws.sqs.send(new sqs.CreateQueueCommand({ QueueName: "events", Attributes }));
    const found = (await read(aws, [queues])).find(({ name }) => name === "events");
    expect(found?.settings).toMatchObject({
      kmsKey: "alias/aws/sqs",
      policy: { Statement: [statement] },
      redrive,
    });
  });

  it("tells what a function runs and may have, and what hands events to it", async () => {
    const made = await make("aws_lambda_function");
    const mapping = await make("aws_lambda_event_source_mapping");
    const found = await read(aws, [lambdaFunctions]);
    expect(found).toEqual([
      expect.objectContaining({ type: "aws_lambda_event_source_mapping", id: mapping.id }),
      expect.objectContaining({ type: "aws_lambda_function", id: made.id, name: "left" }),
    ]);
    expect(found[0]?.settings).toMatchObject({ source: "arn:aws:sqs:eu-west-1:123456789012:gone", batchSize: 10 });
    expect(found[1]?.settings).toMatchObject({ runtime: "nodejs22.x", codeSha256: expect.any(String), memory: 128 });
  });

  it("tells an API's routes, throttling and names, whoever is let in", async () => {
    const { id: ApiId } = await make("aws_apigatewayv2_api");
    const { id: DomainName } = await make("aws_apigatewayv2_domain_name");
    const integration = { ApiId, IntegrationType: "AWS_PROXY", IntegrationSubtype: "SQS-SendMessage" } as const;
    const { IntegrationId } = await aws.apiGateway.send(new apiGateway.CreateIntegrationCommand(integration));
    const route = { ApiId, RouteKey: "POST /", AuthorizationType: "AWS_IAM" } as const;
    await aws.apiGateway.send(new apiGateway.CreateRouteCommand({ ...route, Target: `integrations/${IntegrationId}` }));
    const stage = { ApiId, StageName: "$default", DefaultRouteSettings: { ThrottlingRateLimit: 100 } };
    await aws.apiGateway.send(new apiGateway.CreateStageCommand(stage));
    const mapping = { DomainName, ApiId, Stage: "$default" };
    await aws.apiGateway.send(new apiGateway.CreateApiMappingCommand(mapping));

    const [api, name] = await read(aws, [httpApis]);
    expect(api?.settings).toMatchObject({
      routes: [{ key: "POST /", authorization: "AWS_IAM", integration: [{ subtype: "SQS-SendMessage" }] }],
      stages: [{ name: "$default", throttling: { ThrottlingRateLimit: 100 } }],
    });
    expect(name?.settings).toMatchObject({ mappings: [{ api: ApiId, stage: "$default" }] });
    expect(name?.handles).toEqual([expect.stringMatching(/^d-\w+\.execute-api\./)]);
  });
});
