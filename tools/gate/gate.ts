import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createProxyServer, type ProxyServer } from "httpxy";
import { UserError } from "../../modules/core/user-error";
import { bucketRegionAsker } from "./ask-bucket-region";
import { Buckets, concernsBucketItself } from "./buckets";
import { CallLog, type Refusal } from "./call-log";
import { effectOf } from "./effect";
import { type AwsError, answerError, expired } from "./error-answer";
import { against, type Protected } from "./protection";
import { type Called, called, type RequestHead } from "./protocol";
import { BodyTooLarge, isForm, largestBody, largestForm, readBody } from "./read-body";
import { Regions } from "./regions";
import { relay } from "./relay";
import { type Behind, CredentialsEnded, type Incoming, Stranger, UnroutableCall, type Upstream } from "./upstream";

const largestJson = 262_144;

/** Says why a call must not pass just now; undefined where it may. */
export type Guard = (called: Called) => string | undefined;

/** The reverse proxy before an emulator: counts calls, refuses those that need a region that is off, says 501 for the unknown. */
export class Gate {
  readonly log = new CallLog();
  readonly regions: Regions;
  readonly #upstream: Upstream;
  readonly #buckets: Buckets;
  readonly #proxy: ProxyServer;
  readonly #server: Server;
  readonly #open = new Map<ServerResponse, Called>();
  readonly #asked = new WeakMap<IncomingMessage, Called>();

  #ended?: string;
  #guard: Guard = () => undefined;
  #protected?: Protected;

  constructor({ upstream, ended }: Pick<Behind, "upstream" | "ended">) {
    void ended.then((words) => {
      this.#ended = words;
    });
    this.#upstream = upstream;
    this.#buckets = new Buckets(bucketRegionAsker(upstream.unsigned));
    this.regions = new Regions(this.#buckets);
    this.#proxy = createProxyServer({ selfHandleResponse: true });
    this.#proxy.on("proxyRes", (answer, request, response) => {
      const call = this.#asked.get(request);
      if (call) relay(answer, response, { call, emulated: upstream.emulates, renewal: upstream.renewal });
    });
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    // Clients keep idle connections for 90 s (Go) and would meet one that we close just then.
    this.#server.keepAliveTimeout = 120_000;
  }

  /** Opens on loopback, on a free port when `port` is 0, and gives the port. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", (error) =>
        reject(
          new UserError(`--port: ${port} cannot be used (${error.message}). Give a free one, or leave --port out.`),
        ),
      );
      this.#server.listen(port, "127.0.0.1", () => {
        const address = this.#server.address();
        resolve(typeof address === "object" && address ? address.port : port);
      });
    });
  }

  /** From now on, calls that `guard` has something against are answered with 503. */
  guard(guard: Guard): void {
    this.#guard = guard;
  }

  /** From now on, calls that would change or delete what is protected are answered with 403. */
  protect(what: Protected): void {
    this.#protected = what;
  }

  /**
   * Refuses every call that needs the region from now on; fulfilled when none that is signed for it is under way. Those that
   * do not end in time are cut off.
   */
  async switchOff(region: string): Promise<void> {
    this.regions.switchOff(region);
    const open = [...this.#open].filter(([, call]) => call.region === region).map(([response]) => response);
    const cutOff = setTimeout(() => {
      for (const response of open) response.destroy();
    }, this.#upstream.patience.drain);
    await Promise.all(open.map(closed));
    clearTimeout(cutOff);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const unread: RequestHead = { method, url, headers };
    try {
      this.#upstream.admit(unread);
      await this.#serveKnown(request, response, unread);
    } catch (error) {
      if (!(error instanceof Stranger || error instanceof BodyTooLarge) || response.headersSent) throw error;
      const answer = error instanceof Stranger ? refused(error) : tooLarge(error);
      const call = called(unread);
      if (error instanceof Stranger) this.log.turnAway(call, answer.status, error.message);
      response.setHeader("connection", "close");
      request.resume();
      answerError(response, call, answer);
    }
  }

  async #serveKnown(request: IncomingMessage, response: ServerResponse, unread: RequestHead): Promise<void> {
    const { method, url, headers } = unread;
    const type = headers["content-type"] ?? "";
    const form = isForm(type) ? await readBody(request, largestForm) : undefined;
    const head: RequestHead = { ...unread, form: form && new URLSearchParams(form.toString()) };
    const call = called(head);
    const outcome = this.log.add(call);
    const bucketItself = concernsBucketItself(call, method, url);
    const small = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY) <= largestJson;
    // What an object says is kept, and gone by no more than other text: a record of a region is no call to it.
    const asks = call.protocol !== "s3" && small && /json/.test(type);
    const readJson = !this.regions.allOn && asks;
    const what = effectOf(call, head) === "reads" ? undefined : this.#protected;
    // What S3 changes is all in the path, and objects are large.
    const readToProtect = what !== undefined && call.protocol !== "s3";
    const read = bucketItself || readJson || readToProtect || this.#upstream.needsBody(call, head);
    const body = form ?? (read ? await readBody(request, largestBody) : undefined);

    const needed = await this.#needed(call, head, readJson ? body?.toString() : undefined);
    if (needed) {
      outcome({ status: 503, refused: needed });
      request.resume();
      const message = `${needed.region} is blocked (${call.service} ${call.action}: ${needed.because})`;
      return answerError(response, call, { status: 503, code: "ServiceUnavailable", message });
    }
    const guarded = this.#guard(call);
    if (guarded !== undefined) {
      outcome({ status: 503 });
      request.resume();
      return answerError(response, call, { status: 503, code: "ServiceUnavailable", message: guarded });
    }
    const forbidden = what && against(what, { called: call, head, body: body?.toString() });
    if (forbidden !== undefined) {
      outcome({ status: 403, forbidden });
      request.resume();
      return answerError(response, call, notOfTheRun(call, forbidden));
    }
    this.#open.set(response, call);
    response.once("close", () => this.#open.delete(response));
    response.once("finish", () => {
      outcome({ status: response.statusCode });
      if (bucketItself && response.statusCode < 300) this.#buckets.learn(call, method, body?.toString() ?? "");
    });
    await this.#forward(request, response, { ...head, called: call, ...(body && { body }) });
  }

  /** The region that a call needs and that is off; also where nobody can tell whether it needs one. */
  async #needed(call: Called, head: RequestHead, json: string | undefined): Promise<Refusal | undefined> {
    if (this.regions.allOn) return undefined;
    try {
      return await this.regions.refusal(call, head, json);
    } catch (error) {
      return { region: call.region ?? "unknown", because: `where bucket ${call.bucket} lies cannot be told: ${error}` };
    }
  }

  async #forward(request: IncomingMessage, response: ServerResponse, incoming: Incoming): Promise<void> {
    const { called: call } = incoming;
    this.#asked.set(request, call);
    const from = performance.now();
    const { answer: proxyTimeout } = this.#upstream.patience;
    try {
      const { target, agent, headers, body = incoming.body } = await this.#upstream.route(incoming);
      if (headers) replaceHeaders(request, headers);
      await this.#proxy.web(request, response, {
        target,
        agent,
        proxyTimeout,
        ...(body && { buffer: Readable.from([body]) }),
      });
    } catch (error) {
      if (response.headersSent || response.destroyed) response.destroy();
      else if (error instanceof UnroutableCall) answerError(response, call, refused(error));
      else if (error instanceof CredentialsEnded) answerError(response, call, expired(error.message));
      else if (performance.now() - from >= proxyTimeout) answerError(response, call, silent(proxyTimeout));
      else answerError(response, call, unreachable(this.#ended, error));
    }
  }
}

function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once("close", resolve));
}

function replaceHeaders(request: IncomingMessage, headers: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(request.headers)) delete request.headers[name];
  Object.assign(request.headers, headers);
}

/** A 501 makes clients give up at once: the call will not be sent on later, either. */
const refused = ({ message }: UnroutableCall): AwsError => ({ status: 501, code: "NotImplemented", message });

/** As AWS's own refusal, which clients do not try again. */
const notOfTheRun = ({ service, action }: Called, forbidden: string): AwsError => ({
  status: 403,
  code: "AccessDenied",
  message: `the gate does not let ${service} ${action} pass: ${forbidden}`,
});

const tooLarge = ({ message }: BodyTooLarge): AwsError => ({ status: 413, code: "RequestEntityTooLarge", message });

const silent = (milliseconds: number): AwsError => ({
  status: 504,
  code: "GatewayTimeout",
  message: `the AWS behind the gate has not answered within ${milliseconds / 1000} s`,
});

/** A 501 makes clients give up at once: an emulator that has ended will not come back. */
function unreachable(ended: string | undefined, error: unknown): AwsError {
  return ended === undefined
    ? { status: 503, code: "ServiceUnavailable", message: `the AWS behind the gate cannot be reached: ${error}` }
    : { status: 501, code: "LocalAwsEnded", message: ended };
}
