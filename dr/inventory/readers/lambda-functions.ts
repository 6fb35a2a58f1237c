import {
  type FunctionConfiguration,
  GetFunctionConcurrencyCommand,
  paginateListEventSourceMappings,
  paginateListFunctions,
} from "@aws-sdk/client-lambda";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Lambda functions, and what hands events to them. */
export const lambdaFunctions: Reader = {
  service: "Lambda",
  list: async (aws) => (await Promise.all([functions(aws), eventSourceMappings(aws)])).flat(),
};

async function functions({ lambda: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateListFunctions({ client }, {}), ({ Functions }) => Functions);
  return Promise.all(
    found.map(async (one) => {
      const { FunctionName } = one;
      const { ReservedConcurrentExecutions } = await client.send(new GetFunctionConcurrencyCommand({ FunctionName }));
      return {
        type: "aws_lambda_function",
        id: given(one.FunctionArn),
        name: FunctionName,
        settings: { ...code(one), ...network(one), reservedConcurrency: ReservedConcurrentExecutions },
      };
    }),
  );
}

const code = (one: FunctionConfiguration) => ({
  packageType: one.PackageType,
  runtime: one.Runtime,
  handler: one.Handler,
  architectures: one.Architectures,
  codeSha256: one.CodeSha256,
  memory: one.MemorySize,
  timeout: one.Timeout,
  environment: one.Environment?.Variables,
  tracing: one.TracingConfig?.Mode,
});

const network = (one: FunctionConfiguration) => ({
  role: one.Role,
  kmsKey: one.KMSKeyArn,
  subnets: one.VpcConfig?.SubnetIds,
  securityGroups: one.VpcConfig?.SecurityGroupIds,
  logGroup: one.LoggingConfig?.LogGroup,
  deadLetters: one.DeadLetterConfig?.TargetArn,
});

async function eventSourceMappings({ lambda: client }: Aws): Promise<Item[]> {
  const pages = paginateListEventSourceMappings({ client }, {});
  const found = await everyItem(pages, (page) => page.EventSourceMappings);
  return found.map((one) => ({
    type: "aws_lambda_event_source_mapping",
    id: given(one.UUID),
    settings: {
      source: one.EventSourceArn,
      function: one.FunctionArn,
      state: one.State,
      batchSize: one.BatchSize,
      responses: one.FunctionResponseTypes,
      maximumConcurrency: one.ScalingConfig?.MaximumConcurrency,
    },
  }));
}
