import { connect, createServer, type Socket } from "node:net";

/** What a bad network does to what is sent from now on: nothing, keep it to itself, break the connection, or delay it. */
export type Fault = "none" | "black hole" | "reset" | { readonly latency: number };

/** A bad network before a server on loopback: what is sent there goes through it, and suffers the fault that is set. */
export async function faultProxy(to: string) {
  const { port: upstreamPort } = new URL(to);
  const sockets = new Set<Socket>();
  const network: { fault: Fault } = { fault: "none" };
  const pass = (from: Socket, other: Socket) => (chunk: Buffer) => {
    const { fault } = network;
    if (fault === "black hole") return;
    if (fault === "reset") return from.resetAndDestroy();
    if (fault === "none") return other.write(chunk);
    setTimeout(() => other.write(chunk), fault.latency);
  };
  const server = createServer((client) => {
    const upstream = connect(Number(upstreamPort), "127.0.0.1");
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on("data", pass(one, other));
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    network,
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
