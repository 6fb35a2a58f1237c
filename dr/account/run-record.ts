import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { z } from "zod";
import { stateBucketName } from "../../modules/state/contract";
import type { Environment } from "../../regions/schema/environment";
import type { Item } from "../inventory/item";
import { everyItem } from "../lookup/pages";

/** What was there before a run, by region and "global". */
export type Before = Readonly<Record<string, readonly Item[]>>;

/** An item as far as a sweep needs it. */
const item = z
  .object({ type: z.string(), id: z.string(), goneOn: z.string().optional() })
  .transform(({ goneOn, ...one }): Item => ({ ...one, ...(goneOn ? { goneOn } : {}), settings: {} }));

const schema = z.object({
  commit: z.string(),
  target: z.string(),
  /** Not said by drills of earlier versions, which knew one target a region. */
  lost: z.string().optional(),
  /** When the run began to make something. */
  beganAt: z.iso.datetime(),
  /** Whether roots of the region to lose or of the recovered one may hold what the run has made. */
  standing: z.boolean(),
  before: z.record(z.string(), z.array(item).readonly()),
});
export type Run = z.infer<typeof schema>;

/**
 * What an account remembers of a run from when it begins to make something until nothing of it is left: what it was
 * built from, and what was there before. Whoever cleans up after a drill that was killed, on whatever machine, goes by it.
 */
export class RunRecord {
  private readonly at: { readonly Bucket: string; readonly Key: string };
  private kept?: Run;

  constructor(
    private readonly s3: S3Client,
    environment: Environment,
    readonly run: string,
  ) {
    const { bucket, folder } = placeOf(environment);
    this.at = { Bucket: bucket, Key: `${folder}${run}.json` };
  }

  /** The records of all runs that something may be left of, the oldest first. */
  static async all(client: S3Client, environment: Environment): Promise<RunRecord[]> {
    const { bucket: Bucket, folder: Prefix } = placeOf(environment);
    const found = await everyItem(paginateListObjectsV2({ client }, { Bucket, Prefix }), ({ Contents }) => Contents);
    return found.map(({ Key = "" }) => new RunRecord(client, environment, Key.slice(Prefix.length, -".json".length)));
  }

  get url(): string {
    return `s3://${this.at.Bucket}/${this.at.Key}`;
  }

  async keep(run: Run): Promise<void> {
    const Body = JSON.stringify(schema.parse(run));
    await this.s3.send(new PutObjectCommand({ ...this.at, Body, ContentType: "application/json" }));
    this.kept = run;
  }

  async read(): Promise<Run> {
    const { Body } = await this.s3.send(new GetObjectCommand(this.at));
    this.kept = schema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
    return this.kept;
  }

  /** Forgets a run of which nothing is left; of one whose roots hold nothing any more, says so. */
  async close({ standing, left }: { readonly standing: boolean; readonly left: boolean }): Promise<void> {
    if (!this.kept) return;
    if (!standing && !left) await this.s3.send(new DeleteObjectCommand(this.at));
    else if (standing !== this.kept.standing) await this.keep({ ...this.kept, standing });
  }
}

/** Beside the states of the global tiers: what is there can be read whatever region is lost. */
const placeOf = (environment: Environment) => ({
  bucket: stateBucketName(environment, environment.stateRegion),
  folder: `${environment.name}/drills/`,
});
