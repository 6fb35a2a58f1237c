import { type Called, decode } from "./protocol";

/** Where each bucket lies: learnt from the calls that make buckets, else asked from the emulator. */
export class Buckets {
  readonly #regions = new Map<string, string>();

  constructor(private readonly ask: (bucket: string) => Promise<string | undefined>) {}

  /** Learns from a call that succeeded; `body` is the XML of a CreateBucket. */
  learn({ bucket, region }: Called, method: string, body: string): void {
    if (bucket === undefined) return;
    const constraint = /<LocationConstraint[^>]*>\s*([a-z0-9-]+)\s*</.exec(body)?.[1];
    if (method === "DELETE") this.#regions.delete(bucket);
    else if (constraint ?? region) this.#regions.set(bucket, constraint ?? region ?? "");
  }

  /** The region of a bucket, if it was learnt. */
  known(bucket: string): string | undefined {
    return this.#regions.get(bucket);
  }

  /** The region of a bucket; undefined when there is no such bucket. */
  async regionOf(bucket: string): Promise<string | undefined> {
    const known = this.#regions.get(bucket) ?? (await this.ask(bucket));
    if (known !== undefined) this.#regions.set(bucket, known);
    return known;
  }
}

/** Whether a call makes or removes the bucket itself, not something in it. */
export function concernsBucketItself({ bucket, protocol }: Called, method: string, url: string): boolean {
  const { pathname, searchParams } = new URL(`http://gate${url}`);
  const key = decode(pathname).replace(/^\//, "").replace(/\/$/, "");
  searchParams.delete("x-id");
  return (
    protocol === "s3" &&
    bucket !== undefined &&
    (method === "PUT" || method === "DELETE") &&
    (key === bucket || key === "") &&
    searchParams.size === 0
  );
}
