import type { Buckets } from "./buckets";
import type { Refusal } from "./call-log";
import { namesEndpoint, namesResource } from "./names-region";
import { type Called, decode, type RequestHead } from "./protocol";
import { valuesOf } from "./request-values";

/** These keep what they are told as text and never go to where it points. */
const registers = new Set(["iam", "sts"]);

interface Received {
  readonly called: Called;
  readonly head: RequestHead;
  readonly json: string | undefined;
}

/** Which regions are off, and which calls need one of them. */
export class Regions {
  readonly #off = new Set<string>();

  constructor(private readonly buckets: Buckets) {}

  switchOff(region: string): void {
    this.#off.add(region);
  }

  switchOn(region: string): void {
    this.#off.delete(region);
  }

  /** Those that are off. */
  get off(): readonly string[] {
    return [...this.#off];
  }

  get allOn(): boolean {
    return this.#off.size === 0;
  }

  /** Why a call cannot be served while regions are off; undefined when it needs none of them. */
  async refusal(called: Called, head: RequestHead, json?: string): Promise<Refusal | undefined> {
    for (const region of this.#off) {
      const because = await this.#because(region, { called, head, json });
      if (because) return { region, because };
    }
    return undefined;
  }

  async #because(region: string, { called, head, json }: Received): Promise<string | undefined> {
    if (called.region === region) return "signed for the region";
    const endpoint = namesEndpoint(region, head);
    if (endpoint) return endpoint;
    for (const bucket of [called.bucket, copySource(head)])
      if (bucket && (await this.buckets.regionOf(bucket)) === region) return `names bucket ${bucket}`;
    if (registers.has(called.service)) return undefined;
    for (const value of valuesOf(called, head, json)) {
      const named = namesResource(region, value, (bucket) => this.buckets.known(bucket) === region);
      if (named) return named;
    }
    return undefined;
  }
}

function copySource({ headers }: RequestHead): string | undefined {
  const source = headers["x-amz-copy-source"];
  return typeof source === "string" ? decode(source).replace(/^\//, "").split("/")[0] : undefined;
}
