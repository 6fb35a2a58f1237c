import type { Called, RequestHead } from "./protocol";

/** What a call does to what is there: it asks, it makes something beside, or it may change or delete. */
export type Effect = "reads" | "adds" | "changes";

const reading =
  /^(BatchCheck|BatchGet|Decrypt|Describe|Encrypt|Filter|GenerateDataKey|Get|Head|List|Lookup|Query|Scan|Search|Select|Simulate)/;

/** What makes something may name what it is made from, or beside. A tag is a change of what it is put on. */
const adding =
  /^(Add|Allocate|Assign|Associate|Attach|Authorize|Copy|Create|Import|Issue|Register|Replicate|Request|Restore|Run|Start|Subscribe)(?!\w*Tags)/;

/** By the verb of its action, or by its method where a service's calls are paths. What is not known changes something. */
export function effectOf({ action }: Called, head: RequestHead): Effect {
  if (hasAction(head)) return reading.test(action) ? "reads" : adding.test(action) ? "adds" : "changes";
  // AWS Backup makes a backup, or a copy in another vault, beside what it names.
  if (head.method === "PUT" && /^\/(backup|copy)-jobs\/?$/.test(pathOf(head))) return "adds";
  if (head.method === "GET" || head.method === "HEAD") return "reads";
  // Some services ask by POST, under the name of an action.
  return head.method === "POST" && /^\/(Describe|Get|List)\w+$/.test(pathOf(head)) ? "reads" : "changes";
}

/** Whether a call says in words what it asks for, and not by its method and path. */
export const hasAction = ({ url, headers, form }: RequestHead): boolean =>
  form !== undefined ||
  headers["x-amz-target"] !== undefined ||
  new URL(`http://gate${url}`).searchParams.has("Action");

const pathOf = ({ url }: RequestHead): string => new URL(`http://gate${url}`).pathname;
