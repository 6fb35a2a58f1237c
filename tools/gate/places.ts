import { type Called, decode, type RequestHead } from "./protocol";

/** The one object that a call writes or deletes, `s3://BUCKET/KEY`: none of its versions, and nothing else of it. */
export function objectPlace({ service, bucket }: Called, { method, url, headers }: RequestHead): string | undefined {
  const { pathname, searchParams } = new URL(`http://gate${url}`);
  searchParams.delete("x-id");
  if (service !== "s3" || bucket === undefined || searchParams.size > 0) return undefined;
  if (method !== "PUT" && method !== "DELETE") return undefined;
  const path = decode(pathname).replace(/^\//, "");
  const inHost = (headers.host ?? "").startsWith(`${bucket}.`);
  const key = inHost ? path : path.slice(bucket.length + 1);
  return key === "" ? undefined : `s3://${bucket}/${key}`;
}

const ofOneItem = new Set(["PutItem", "UpdateItem", "DeleteItem"]);

/** The one item that a call writes or deletes in a table of locks, `dynamodb://TABLE/ID`. */
export function lockPlace({ service, action }: Called, json: unknown): string | undefined {
  if (service !== "dynamodb" || !ofOneItem.has(action)) return undefined;
  const { TableName: table, Key, Item } = json as { TableName?: unknown; Key?: unknown; Item?: unknown };
  const { LockID } = (Key ?? Item ?? {}) as { LockID?: { S?: unknown } };
  return typeof table === "string" && typeof LockID?.S === "string" ? `dynamodb://${table}/${LockID.S}` : undefined;
}
