import { messageOf } from "../../../terraform/failures";

/**
 * Why a root could not be planned: what Terraform says is wrong, without how it was called, what went well before, and where on
 * this machine its files are.
 */
export function whyNot(error: unknown): string {
  const message = messageOf(error);
  const from = message.search(/^Error: /m);
  return from < 0
    ? message
    : message
        .slice(from)
        .trim()
        .replace(/ on \/\S+?\/((?:modules|stacks)\/)/g, " on $1");
}
