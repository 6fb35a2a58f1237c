import { messageOf } from "../../terraform/failures";
import { type Finding, of } from "./finding";

const { notKnown } = of("account");

/** What asking finds; not known, with what it takes to ask, where AWS does not answer. */
export async function asking(
  { what, actions }: { readonly what: string; readonly actions: string },
  ask: () => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await ask();
  } catch (error) {
    return [notKnown(`${what}: ${messageOf(error)}`, `use credentials that may call ${actions}`)];
  }
}
