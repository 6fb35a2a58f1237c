// What runs a function's handler, as Lambda's runtime for Node.js does. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { Socket } = require("node:net");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const [, , answerFile, root] = process.argv;
const { event, context, databases, unreachable, deadline } = JSON.parse(readFileSync(0, "utf8"));

// A database of the local AWS listens on a port of loopback; its name and port lead there. What the network does not let
// through gets no answer: what a system says of that after minutes is said at once.
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...given) {
  const [first, ...rest] = Array.isArray(given[0]) ? given[0] : given;
  const options = typeof first === "object" && first !== null ? first : { port: first, host: rest[0] };
  const peer = `${options.host}:${options.port}`;
  if (unreachable.includes(peer)) {
    const said = { code: "ETIMEDOUT", syscall: "connect", address: options.host, port: Number(options.port) };
    process.nextTick(() => this.destroy(Object.assign(new Error(`connect ETIMEDOUT ${peer}`), said)));
    return this;
  }
  const port = databases[peer];
  if (port === undefined) return connect.apply(this, given);
  const [then] = rest.filter((one) => typeof one === "function");
  return connect.call(this, { ...options, host: "127.0.0.1", port }, then);
};

const answer = (text) => writeFileSync(answerFile, JSON.stringify(text));

function failed(error, type) {
  const is = error instanceof Error;
  const trace = is ? String(error.stack).split("\n") : [];
  answer({
    errorType: type ?? (is ? error.name : typeof error),
    errorMessage: is ? error.message : String(error),
    trace,
  });
  process.exit(1);
}

async function handlerOf(name) {
  const at = name.lastIndexOf(".");
  const [file, exported] = [name.slice(0, at), name.slice(at + 1)];
  const found = ["", ".js", ".mjs", ".cjs"].map((end) => join(root, `${file}${end}`)).find((one) => existsSync(one));
  if (found === undefined) failed(new Error(`Error: Cannot find module '${file}'`), "Runtime.ImportModuleError");
  const module = await import(pathToFileURL(found).href).catch((error) => failed(error, "Runtime.ImportModuleError"));
  const handler = module[exported] ?? module.default?.[exported];
  if (typeof handler !== "function")
    failed(new Error(`${name} is undefined or not exported`), "Runtime.HandlerNotFound");
  return handler;
}

async function run() {
  const handler = await handlerOf(process.env._HANDLER);
  const given = { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) };
  const result =
    handler.length < 3
      ? await handler(event, given)
      : await new Promise((resolve, reject) =>
          handler(event, given, (error, value) => (error ? reject(error) : resolve(value))),
        );
  answer({ result: result ?? null });
  // What it has left open does not keep its caller waiting.
  process.exit(0);
}

run().catch(failed);
