import type { IncomingMessage } from "node:http";

/** No form of AWS's comes near it. */
export const largestForm = 8 * 2 ** 20;
/** A function's package of 50 MB, in JSON. */
export const largestBody = 80 * 2 ** 20;

/** A body that is larger than any that AWS takes there. */
export class BodyTooLarge extends Error {}

/** Reads a body of at most `limit` bytes; throws a BodyTooLarge as soon as it is known to be larger. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new BodyTooLarge(`the body is larger than ${limit} bytes`);
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not an iterator, which would destroy the request, and with it the connection, before an answer is given.
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge());
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("the caller went away")));
  });
}

/** Whether a body is a form, by its media type: case and parameters do not matter. */
export function isForm(contentType = ""): boolean {
  return contentType.split(";", 1)[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}
