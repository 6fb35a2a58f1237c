import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { stateBucketName } from "../../modules/state/contract";
import { regionNames } from "../../regions/schema/aws-regions";
import type { Environment } from "../../regions/schema/environment";
import type { Item } from "../inventory/item";
import { everyItem } from "../lookup/pages";
import { type Thing, thing } from "../made";
import { isRunId } from "../run-id";

/** What was there before a run, by region and "global". */
export type Before = Readonly<Record<string, readonly Item[]>>;

/** An item as far as a sweep needs it, and who is to leave it alone. Drills of earlier versions did not say what it is called. */
const item = z
  .object({
    type: z.string(),
    id: z.string(),
    name: z.string().optional(),
    handles: z.array(z.string()).readonly().optional(),
    goneOn: z.string().optional(),
  })
  .transform(({ type, id, ...more }): Item => {
    const said = Object.entries(more).filter(([, value]) => value !== undefined);
    return { type, id, ...Object.fromEntries(said), settings: {} };
  });

const schema = z.object({
  commit: z.string().regex(/^[0-9a-f]{40}$/, "must be the 40 hexadecimal digits of a commit"),
  target: z.enum(regionNames),
  /** Not said by drills of earlier versions, which knew one target a region. */
  lost: z.enum(regionNames).optional(),
  /** When the run began to make something. */
  beganAt: z.iso.datetime(),
  /** Whether roots of the region to lose or of the recovered one may hold what the run has made. */
  standing: z.boolean(),
  /** When they were seen to hold nothing any more; drills of earlier versions did not say it. */
  goneAt: z.iso.datetime().optional(),
  before: z.record(z.string(), z.array(item).readonly()),
  /** What its steps made themselves; drills of earlier versions did not say it. */
  made: z.array(thing).readonly().default([]),
});
export type Run = z.output<typeof schema>;

const ending = ".json";
const writtenEvery = 2 * 60_000;

/**
 * What an account remembers of a run from when it begins to make something until nothing of it is left: what it was
 * built from, and what was there before. Whoever cleans up after a drill that was killed, on whatever machine, goes by it.
 */
export class RunRecord {
  private readonly at: { readonly Bucket: string; readonly Key: string };
  private kept?: Run;
  private timer?: NodeJS.Timeout;
  /** One after the other: what was true before must not come to be written later. */
  private writing: Promise<void> = Promise.resolve();
  /** When somebody was last seen at work by it, by the clock of S3: it is written anew all the time. Known once it is read. */
  seenAt = new Date(0);

  constructor(
    private readonly s3: S3Client,
    environment: Environment,
    readonly run: string,
  ) {
    const { bucket, folder } = placeOf(environment);
    this.at = { Bucket: bucket, Key: `${folder}${run}${ending}` };
  }

  /** The records of all runs that something may be left of, the oldest first. What is not named by a run's id is none. */
  static async all(client: S3Client, environment: Environment): Promise<RunRecord[]> {
    const { bucket: Bucket, folder: Prefix } = placeOf(environment);
    const found = await everyItem(paginateListObjectsV2({ client }, { Bucket, Prefix }), ({ Contents }) => Contents);
    return found
      .filter(({ Key = "" }) => Key.endsWith(ending))
      .map(({ Key = "" }) => Key.slice(Prefix.length, -ending.length))
      .filter(isRunId)
      .map((run) => new RunRecord(client, environment, run));
  }

  get url(): string {
    return `s3://${this.at.Bucket}/${this.at.Key}`;
  }

  /** Writes it, and again every other minute until it is closed: who is at work by it is seen to be. */
  async keep(run: Run): Promise<void> {
    await this.put(() => run);
    this.timer ??= setInterval(() => {
      // A call that fails may be the network's fault; the next one may not.
      this.put(({ kept }) => kept ?? run).catch(() => {});
    }, writtenEvery).unref();
  }

  /** Writes down what its steps have made themselves and not taken back. */
  async note(made: readonly Thing[]): Promise<void> {
    await this.put(({ kept }) => {
      if (!kept) throw new Error(`${this.url} does not hold the run yet: nothing may be made.`);
      return { ...kept, made };
    });
  }

  /** Ends that. */
  async rest(): Promise<void> {
    clearInterval(this.timer);
    delete this.timer;
    await this.writing.catch(() => {});
  }

  private put(next: (now: { readonly kept: Run | undefined }) => Run): Promise<void> {
    const written = this.writing
      .catch(() => {})
      .then(async () => {
        const run = schema.parse(next({ kept: this.kept }));
        const Body = JSON.stringify(run);
        await this.s3.send(new PutObjectCommand({ ...this.at, Body, ContentType: "application/json" }));
        this.kept = run;
      });
    this.writing = written;
    return written;
  }

  /** Throws a UserError for what is no record: whoever may write to the bucket could have written anything. */
  async read(): Promise<Run> {
    const { Body, LastModified } = await this.s3.send(new GetObjectCommand(this.at));
    if (LastModified) this.seenAt = LastModified;
    this.kept = this.parsed((await Body?.transformToString()) ?? "");
    return this.kept;
  }

  private parsed(text: string): Run {
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : "it is not JSON";
      throw new UserError(
        `${this.url} is not the record of a run:\n${why}\n` +
          `Nothing is built or deleted by it. Restore an earlier version of it, or remove it: aws s3 rm ${this.url}`,
      );
    }
  }

  /**
   * Forgets a run of which nothing is left, and that has taken back all that its steps made; of one whose roots hold nothing
   * any more, says so.
   */
  async close({ standing, left }: { readonly standing: boolean; readonly left: boolean }): Promise<void> {
    await this.rest();
    const { kept } = this;
    if (!kept) return;
    if (!standing && !left && kept.made.length === 0) await this.s3.send(new DeleteObjectCommand(this.at));
    else if (standing !== kept.standing)
      await this.put(() => ({ ...kept, standing, ...(standing ? {} : { goneAt: new Date().toISOString() }) }));
  }
}

/** Beside the states of the global tiers: what is there can be read whatever region is lost. */
const placeOf = (environment: Environment) => ({
  bucket: stateBucketName(environment, environment.stateRegion),
  folder: `${environment.name}/drills/`,
});

/** Where the record of a run is. */
export function recordUrl(environment: Environment, run: string): string {
  const { bucket, folder } = placeOf(environment);
  return `s3://${bucket}/${folder}${run}${ending}`;
}
