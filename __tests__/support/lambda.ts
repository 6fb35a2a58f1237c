import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LambdaClient } from "@aws-sdk/client-lambda";

/**
 * A Lambda that runs a handler here, and answers as AWS does: what it gives, or, marked by a header, why it failed.
 *
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function runsHere(
  handler: (event: object) => Promise<object>,
): Promise<{ readonly client: LambdaClient; stop(): void }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      response.end(JSON.stringify(await handler(JSON.parse(Buffer.concat(chunks).toString()))));
    } catch (error) {
      const { stderr } = error as { stderr?: string };
      response.setHeader("X-Amz-Function-Error", "Unhandled");
      response.end(JSON.stringify({ errorType: "Error", errorMessage: stderr?.trim() }));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
  const client = new LambdaClient({ region: "eu-west-1", endpoint: `http://127.0.0.1:${port}`, credentials });
  return {
    client,
    stop: () => {
      client.destroy();
      server.close();
    },
  };
}
