import { createServer, type IncomingHttpHeaders } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { text } from "node:stream/consumers";

/** A request as an upstream received it. */
export interface Received {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A tiny emulator on loopback that records what it receives and answers as told. */
export async function fakeUpstream(tls?: { key: string; cert: string }) {
  const received: Received[] = [];
  const answer = { status: 200, type: "application/json", body: "{}", cutOff: false };
  const scheme = tls ? "https" : "http";
  const server = (tls ? createTlsServer(tls) : createServer()).on("request", async (request, response) => {
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: await text(request) });
    if (answer.cutOff) {
      response.writeHead(200, { "content-length": "10" }).write("half");
      return void setTimeout(() => response.destroy(), 20);
    }
    response.writeHead(answer.status, { "content-type": answer.type }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { endpoint: `${scheme}://127.0.0.1:${port}`, received, answer, close };
}
