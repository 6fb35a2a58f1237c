import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { z } from "zod";
import type { Environment } from "../../regions/environment-schema";
import { stateBucketName } from "../../regions/location";
import type { Item } from "../inventory/item";

/** What was there before a run, by region and "global". */
export type Before = Readonly<Record<string, readonly Item[]>>;

const item = z.object({ type: z.string(), id: z.string(), goneOn: z.string().optional() });
const schema = z.record(z.string(), z.array(item.transform((one): Item => ({ ...one, settings: {} }))));

/**
 * What an account remembers of a run while it goes on: what was there before. Whoever cleans up after a drill that was
 * killed, on whatever machine, compares with it. It is an object beside the states of global tiers.
 */
export class RunRecord {
  private readonly at: { readonly Bucket: string; readonly Key: string };

  constructor(
    private readonly s3: S3Client,
    environment: Environment,
    readonly run: string,
  ) {
    this.at = {
      Bucket: stateBucketName(environment, environment.stateRegion),
      Key: `${folder(environment)}${run}.json`,
    };
  }

  /** The records of all runs that have not removed theirs, the oldest first. */
  static async all(s3: S3Client, environment: Environment): Promise<RunRecord[]> {
    const Bucket = stateBucketName(environment, environment.stateRegion);
    const Prefix = folder(environment);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    return Contents.map(({ Key = "" }) => new RunRecord(s3, environment, Key.slice(Prefix.length, -".json".length)));
  }

  get url(): string {
    return `s3://${this.at.Bucket}/${this.at.Key}`;
  }

  async keep(before: Before): Promise<void> {
    const kept = Object.fromEntries(
      Object.entries(before).map(([place, items]) => [
        place,
        items.map(({ type, id, goneOn }) => ({ type, id, goneOn })),
      ]),
    );
    await this.s3.send(
      new PutObjectCommand({ ...this.at, Body: JSON.stringify(kept), ContentType: "application/json" }),
    );
  }

  async read(): Promise<Before> {
    const { Body } = await this.s3.send(new GetObjectCommand(this.at));
    return schema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
  }

  async remove(): Promise<void> {
    await this.s3.send(new DeleteObjectCommand(this.at));
  }
}

const folder = ({ name }: Environment): string => `${name}/drills/`;
