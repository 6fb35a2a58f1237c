import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { answerError, expired } from "./error-answer";
import type { Called } from "./protocol";
import { isSuspicious, isUnknownToEmulator } from "./unknown-to-emulator";

const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding"]);

/** What an answer is to. */
interface Relayed {
  readonly call: Called;
  readonly emulated: boolean;
  readonly renewal?: string | undefined;
}

/** Passes an answer on to the caller, or a 501 where the answer shows that an emulator does not know the call. */
export function relay(answer: IncomingMessage, response: ServerResponse, { call, emulated, renewal }: Relayed): void {
  const status = answer.statusCode ?? 502;
  if (renewal !== undefined && (status === 400 || status === 403)) {
    buffer(answer).then(
      (body) => {
        if (/ExpiredToken/.test(body.toString())) return answerError(response, call, expired(renewal));
        writeHead(answer, response, status);
        response.end(body);
      },
      () => response.destroy(),
    );
    return;
  }
  const errorType = String(answer.headers["x-amzn-errortype"] ?? "");
  if (!emulated || !isSuspicious(status, answer.headers["content-type"] ?? "", errorType)) {
    writeHead(answer, response, status);
    // An answer that breaks off must break off for the caller, too.
    answer.once("error", () => response.destroy()).pipe(response);
    return;
  }
  text(answer).then(
    (body) => {
      if (isUnknownToEmulator(status, errorType, body)) {
        const message = `the local AWS does not implement ${call.service} ${call.action}${detail(body)}`;
        return answerError(response, call, { status: 501, code: "NotImplemented", message });
      }
      writeHead(answer, response, status);
      response.end(body);
    },
    () => response.destroy(),
  );
}

function writeHead(answer: IncomingMessage, response: ServerResponse, status: number): void {
  const headers: string[] = [];
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    const [name = "", value = ""] = answer.rawHeaders.slice(at, at + 2);
    if (!hopByHop.has(name.toLowerCase())) headers.push(name, value);
  }
  response.writeHead(status, answer.statusMessage, headers);
}

/** What an emulator says about it, in plain text or as the message of an error. */
function detail(body: string): string {
  const [, message] = /"[mM]essage"\s*:\s*"([^"]+)"/.exec(body) ?? [];
  const line = message ?? body.trim().split("\n", 1)[0] ?? "";
  return /^$|^[<{]/.test(line) ? "" : `: ${line.slice(0, 300)}`;
}
