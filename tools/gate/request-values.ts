import { type Called, decode, type RequestHead } from "./protocol";

/** A value that a request hands over, and under which key. */
export interface RequestValue {
  readonly key: string;
  readonly value: string;
}

const tags = /(^|[.a-z\d])Tags?(?![a-z])|(^|\.)tags?(?![a-z])/;

/** The whole values that a request hands over, in path, query, form or JSON. Tags only talk about things: left out. */
export function* valuesOf(called: Called, head: RequestHead, json?: string): Generator<RequestValue> {
  for (const value of pathValues(called, head)) if (!tags.test(value.key)) yield value;
  for (const [key, value] of head.form ?? []) if (!tags.test(key)) yield { key, value };
  if (json !== undefined) yield* strings("", parse(json));
}

function* pathValues(called: Called, head: RequestHead): Generator<RequestValue> {
  const { pathname, searchParams } = new URL(`http://gate${head.url}`);
  for (const [key, value] of searchParams) yield { key, value };
  // What follows an S3 bucket is an object's key: free text. It may be an access point, though.
  if (called.bucket !== undefined) return yield { key: "path", value: called.bucket };
  for (const segment of pathname.split("/")) yield { key: "path", value: decode(segment) };
  const arn = pathname.indexOf("/arn:");
  if (arn >= 0) yield { key: "path", value: pathname.slice(arn + 1) };
}

function* strings(key: string, value: unknown): Generator<RequestValue> {
  if (tags.test(key)) return;
  if (typeof value === "string") yield { key, value };
  else if (Array.isArray(value)) for (const item of value) yield* strings(key, item);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value)) yield* strings(name, item);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
