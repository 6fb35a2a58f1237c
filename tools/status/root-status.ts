import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { placeInKey } from "../../regions/wiring/location";
import type { Backend } from "../../terraform/root-file";
import { managedIn } from "../../terraform/state";
import type { SynthesizedRoot } from "../../terraform/synthesized";

/** What a state says of a root. */
export const rootStatus = z.object({
  id: z.string().describe("Name of the stack."),
  region: z.string().describe('Name of a region, or "global".'),
  tier: z.string(),
  is: z.enum(["deployed", "not deployed", "unknown"]).describe("Unknown where its state cannot be read."),
  reason: z.string().nullable().describe("Why it is unknown, or not deployed."),
  resources: z.int().nullable().describe("How many the state manages."),
  serial: z.int().nullable().describe("How often the state was written."),
  writtenAt: z.iso.datetime().nullable().describe("When the state was written last."),
  lock: z
    .object({
      who: z.string().describe("User and host."),
      operation: z.string().describe("What Terraform is doing."),
      since: z.string(),
    })
    .nullable()
    .describe("Who holds its lock; null where nobody does."),
  lockReason: z.string().nullable().describe("Why nobody can tell who holds its lock; null where that is known."),
  commit: z.string().nullable().describe("The commit that it was deployed from; null where that is not recorded."),
});
export type RootStatus = z.infer<typeof rootStatus>;

/** The AWS that states are in, by region. */
export interface StateStore {
  s3(region: string): S3Client;
  dynamodb(region: string): DynamoDBClient;
}

/** Reads the state of a root and who holds its lock. What cannot be read is unknown, with the reason, and never taken for absent. */
export async function statusOf(
  { id, backend }: Pick<SynthesizedRoot, "id" | "backend">,
  store: StateStore,
): Promise<RootStatus> {
  if (!backend) throw new Error(`${id} names no backend.`);
  const { region, tier } = placeInKey(backend.key);
  const [state, lock] = await Promise.all([stateIn(store, backend), lockOn(store, backend)]);
  return { id, region, tier, ...state, ...lock, commit: null };
}

type State = Pick<RootStatus, "is" | "reason" | "resources" | "serial" | "writtenAt">;

const stored = z.object({ serial: z.int() });
const unread = { resources: null, serial: null, writtenAt: null };

async function stateIn(store: StateStore, { bucket, key, region }: Backend): Promise<State> {
  const url = `s3://${bucket}/${key}`;
  try {
    const { Body, LastModified } = await store.s3(region).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const text = (await Body?.transformToString()) ?? "";
    const about = summary(text, url);
    const reason = about.resources === 0 ? "its state is empty" : null;
    return {
      is: reason ? "not deployed" : "deployed",
      reason,
      ...about,
      writtenAt: LastModified?.toISOString() ?? null,
    };
  } catch (error) {
    const { name, message } = asError(error);
    if (name === "NoSuchKey") return { is: "not deployed", reason: `there is no ${url}`, ...unread };
    if (name === "NoSuchBucket") return { is: "not deployed", reason: `there is no bucket ${bucket}`, ...unread };
    return { is: "unknown", reason: `${url} cannot be read: ${describe(name, message)}`, ...unread };
  }
}

function summary(text: string, url: string): { resources: number; serial: number } {
  try {
    return { resources: managedIn(text).length, serial: stored.parse(JSON.parse(text)).serial };
  } catch {
    throw new Error(`${url} is not a Terraform state`);
  }
}

const lockInfo = z.object({ Who: z.string(), Operation: z.string(), Created: z.string() });

/** Who holds the lock of a state. Terraform locks in the table and beside the state; one of the two is enough. */
export async function lockOn(store: StateStore, backend: Backend): Promise<Pick<RootStatus, "lock" | "lockReason">> {
  try {
    const info = (await inTable(store, backend)) ?? (await besideState(store, backend));
    if (info === undefined) return { lock: null, lockReason: null };
    const { Who: who, Operation: operation, Created: since } = lockInfo.parse(JSON.parse(info));
    return { lock: { who, operation, since }, lockReason: null };
  } catch (error) {
    const { name, message } = asError(error);
    return { lock: null, lockReason: describe(name, message) };
  }
}

async function inTable(
  store: StateStore,
  { bucket, key, region, dynamodb_table: table }: Backend,
): Promise<string | undefined> {
  if (table === undefined) return undefined;
  const wanted = new GetItemCommand({
    TableName: table,
    Key: { LockID: { S: `${bucket}/${key}` } },
    ConsistentRead: true,
  });
  const found = await unlessNamed(store.dynamodb(region).send(wanted), ["ResourceNotFoundException"]);
  return found?.Item?.Info?.S;
}

async function besideState(store: StateStore, backend: Backend): Promise<string | undefined> {
  const { bucket, key, region } = backend;
  if (backend.use_lockfile === false) return undefined; // what lies beside a copy was copied with it, and locks nothing
  const wanted = new GetObjectCommand({ Bucket: bucket, Key: `${key}.tflock` });
  const found = await unlessNamed(store.s3(region).send(wanted), ["NoSuchKey", "NoSuchBucket"]);
  return found?.Body?.transformToString();
}

/** An answer of AWS; undefined where it is one of these errors, which say that there is none. */
const unlessNamed = <T>(answer: Promise<T>, names: readonly string[]): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    if (names.includes(asError(error).name)) return undefined;
    throw error;
  });

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const describe = (name: string, message: string): string =>
  name === "Error" || message.includes(name) ? message : `${name}: ${message}`;
