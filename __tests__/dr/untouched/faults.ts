import { Agent, createServer } from "node:http";
import type { Step } from "../../../dr/step";
import { leaseTableName } from "../../../modules/state/contract";
import { effectOf } from "../../../tools/gate/effect";
import type { Upstream } from "../../../tools/gate/upstream";

/** What goes wrong: AWS refuses, the step throws once it has done its work, or the process is killed. */
export type Kind = "refusal" | "error" | "kill";

/** A step, or its undoing. */
export interface Place {
  readonly title: string;
  readonly phase: "run" | "undo";
}

/** When: in a step or its undoing, or at a call by its number among those that change something. */
export interface Fault {
  readonly kind: Kind;
  readonly in?: Place;
  readonly call?: number;
}

/** A call that changes something, and where it was made. */
export type Change = Partial<Place> & { readonly action: string };

/** Lets faults happen: in steps, and in an AWS behind the gate. */
export class Faults {
  /** Calls so far that change something, but those of the lease. */
  readonly changes: Change[] = [];
  #now: Place | undefined;
  #killsOnAnswer = false;
  happened: boolean;

  constructor(private readonly fault: Fault | undefined) {
    this.happened = fault === undefined;
  }

  /** The same steps, of which one goes wrong. */
  in(steps: readonly Step[]): Step[] {
    return steps.map(({ undo, ...step }) => ({
      ...step,
      run: this.#within({ title: step.title, phase: "run" }, step.run),
      ...(undo ? { undo: { ...undo, run: this.#within({ title: undo.title, phase: "undo" }, undo.run) } } : {}),
    }));
  }

  /** The same AWS, which refuses a call, or whose answer to it the process does not live to see. */
  async before(upstream: Upstream): Promise<Upstream> {
    const refuser = await refusing();
    return {
      ...upstream,
      route: async (incoming) => {
        const { called, body } = incoming;
        if (effectOf(called, incoming) === "reads" || isOfLease(body)) return upstream.route(incoming);
        this.changes.push({ ...this.#now, action: `${called.service} ${called.action.replace(/ .*/, "")}` });
        const { kind, call, in: place } = this.fault ?? {};
        if (call === undefined ? !isSame(place, this.#now) : call !== this.changes.length)
          return upstream.route(incoming);
        if (kind === "kill") this.#killsOnAnswer = true;
        if (kind !== "refusal") return upstream.route(incoming);
        this.happened = true;
        return refuser;
      },
    };
  }

  /** Told of each call that was answered. */
  answered(): void {
    if (this.#killsOnAnswer) process.kill(process.pid, "SIGKILL");
  }

  #within<A extends unknown[]>(place: Place, run: (...args: A) => Promise<void>) {
    return async (...args: A): Promise<void> => {
      this.#now = place;
      try {
        await run(...args);
      } finally {
        this.#now = undefined;
      }
      if (!isSame(this.fault?.in, place)) return;
      if (this.fault?.kind === "kill") process.kill(process.pid, "SIGKILL");
      if (this.fault?.kind !== "error") return;
      this.happened = true;
      throw new Error("thrown for a test");
    };
  }
}

export const isSame = (one?: Partial<Place>, other?: Partial<Place>): boolean =>
  one !== undefined && one.title === other?.title && one.phase === other?.phase;

/** What answers as AWS does that refuses, each service in its own form. */
async function refusing() {
  const server = createServer((request, response) => {
    request.resume();
    const [, service = ""] = /\/([a-z0-9-]+)\/aws4_request/.exec(request.headers.authorization ?? "") ?? [];
    response.writeHead(403, { "x-amzn-errortype": "AccessDeniedException" });
    response.end(refusal(service));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  const target = new URL(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
  return { target, agent: new Agent({ keepAlive: false }) };
}

function refusal(service: string): string {
  const error = "<Error><Code>AccessDenied</Code><Message>refused for a test</Message></Error>";
  if (service === "s3") return error;
  if (["ec2", "iam", "rds", "sns", "sts"].includes(service)) return `<ErrorResponse>${error}</ErrorResponse>`;
  return JSON.stringify({ __type: "AccessDeniedException", message: "refused for a test" });
}

/** The lease is renewed at any time. */
const isOfLease = (body: Buffer | undefined): boolean => body?.includes(leaseTableName) ?? false;
