import * as acm from "@aws-sdk/client-acm";
import * as apiGateway from "@aws-sdk/client-apigatewayv2";
import * as iam from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";
import * as sqs from "@aws-sdk/client-sqs";
import { given } from "../../../dr/inventory/answers";
import { zip } from "../../../modules/events/zip";
import { certificateFor } from "../support/certificate";
import type { Leftover } from "./leftover";
import type { World } from "./world";

const domain = { DomainName: "events.left.example.com" };
const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };

/** One leftover of each kind that takes events in, keeps them, or works them off. */
export const eventsLeftovers: readonly Leftover[] = [
  {
    type: "aws_sqs_queue",
    make: async ({ aws }) => {
      const { QueueUrl } = await aws.sqs.send(new sqs.CreateQueueCommand({ QueueName: "left" }));
      return { id: queueArn(aws, "left"), remove: () => aws.sqs.send(new sqs.DeleteQueueCommand({ QueueUrl })) };
    },
  },
  {
    type: "aws_lambda_function",
    make: async ({ aws }) => ({ id: await makeFunction(aws, "left"), remove: () => removeFunction(aws, "left") }),
  },
  {
    type: "aws_lambda_event_source_mapping",
    make: async ({ aws }) => {
      await makeFunction(aws, "gone");
      const { QueueUrl } = await aws.sqs.send(new sqs.CreateQueueCommand({ QueueName: "gone" }));
      const input = { FunctionName: "gone", EventSourceArn: queueArn(aws, "gone") };
      const { UUID } = await aws.lambda.send(new lambda.CreateEventSourceMappingCommand(input));
      await aws.sqs.send(new sqs.DeleteQueueCommand({ QueueUrl }));
      await removeFunction(aws, "gone");
      return { id: given(UUID), remove: () => aws.lambda.send(new lambda.DeleteEventSourceMappingCommand({ UUID })) };
    },
  },
  {
    type: "aws_apigatewayv2_api",
    make: async ({ aws: { apiGateway: client } }) => {
      const input = { Name: "left", ProtocolType: "HTTP" } as const;
      const { ApiId } = await client.send(new apiGateway.CreateApiCommand(input));
      return { id: given(ApiId), remove: () => client.send(new apiGateway.DeleteApiCommand({ ApiId })) };
    },
  },
  {
    type: "aws_apigatewayv2_domain_name",
    make: async ({ aws }) => {
      const { certificate, key } = certificateFor(domain.DomainName, new Date(Date.now() + 86_400_000));
      const imported = { Certificate: Buffer.from(certificate), PrivateKey: Buffer.from(key) };
      const { CertificateArn } = await aws.acm.send(new acm.ImportCertificateCommand(imported));
      const DomainNameConfigurations = [{ CertificateArn }];
      await aws.apiGateway.send(new apiGateway.CreateDomainNameCommand({ ...domain, DomainNameConfigurations }));
      await aws.acm.send(new acm.DeleteCertificateCommand({ CertificateArn }));
      const remove = () => aws.apiGateway.send(new apiGateway.DeleteDomainNameCommand(domain));
      return { id: domain.DomainName, remove };
    },
  },
];

const queueArn = ({ region }: World["aws"], name: string) => `arn:aws:sqs:${region}:123456789012:${name}`;

async function makeFunction(aws: World["aws"], FunctionName: string): Promise<string> {
  const RoleName = `of-${FunctionName}`;
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  const { Role } = await aws.iam.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const Code = { ZipFile: zip("index.js", "exports.handler = async () => {};") };
  const input = { FunctionName, Code, Role: Role?.Arn, Runtime: "nodejs22.x", Handler: "index.handler" } as const;
  const made = await aws.lambda.send(new lambda.CreateFunctionCommand(input));
  await aws.iam.send(new iam.DeleteRoleCommand({ RoleName }));
  return given(made.FunctionArn);
}

const removeFunction = (aws: World["aws"], FunctionName: string) =>
  aws.lambda.send(new lambda.DeleteFunctionCommand({ FunctionName }));
