import type { ServerResponse } from "node:http";
import type { Called, Protocol } from "./protocol";

/** An error as AWS's clients read it. */
export interface AwsError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What AWS answers when a token has ended: its clients do not try that again. `message` says how to renew it. */
export const expired = (message: string): AwsError => ({ status: 403, code: "ExpiredToken", message });

/** Answers a call with an error in the form of the call's protocol. */
export function answerError(response: ServerResponse, { protocol }: Pick<Called, "protocol">, error: AwsError): void {
  const json = protocol === "json" || protocol === "rest-json";
  const body = json ? JSON.stringify({ __type: error.code, message: error.message }) : xml(protocol, error);
  response.writeHead(error.status, {
    "content-type": protocol === "json" ? "application/x-amz-json-1.1" : json ? "application/json" : "text/xml",
    "content-length": Buffer.byteLength(body),
    "x-amzn-errortype": error.code,
    "x-amzn-requestid": requestId,
  });
  response.end(body);
}

const requestId = "00000000-0000-0000-0000-000000000000";

function xml(protocol: Protocol, { code, message, status }: AwsError): string {
  const details = `<Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  const type = `<Type>${status >= 500 ? "Receiver" : "Sender"}</Type>`;
  switch (protocol) {
    case "s3":
      return `<?xml version="1.0" encoding="UTF-8"?><Error>${details}<RequestId>${requestId}</RequestId></Error>`;
    case "ec2":
      return `<Response><Errors><Error>${details}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
    default:
      return `<ErrorResponse><Error>${type}${details}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  }
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
