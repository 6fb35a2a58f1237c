import type { Path } from "../../../terraform/plan/decided";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { after, at } from "../read/after";
import { keyPaths } from "../read/key-paths";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

/** Keys of AWS's own: everybody in the account may use them, and no policy says otherwise. */
const isAwsOwn = (key: unknown): boolean =>
  typeof key !== "string" || key === "" || /(^|\/|:)aws\/[a-z0-9-]+$/.test(key);

/** Who may use the key may read the data. */
export const changesKey: Rule = {
  id: "changes-key",
  about: "Something is encrypted with another key than before, or no longer with a key of one's own.",
  severities: ["high", "medium"],
  cannotSee: "Who may use either key, and what is encrypted with the former one and stays so.",
  wayOut: "Give those who read it the new key first, and keep the former one for what is encrypted with it.",
  mayBeUnknown: true,
  check: (change, around) => {
    if (change.before === null || change.after === null) return ok;
    return keyPaths(change.before).map((path): Verdict => {
      const was = at(change.before, path);
      const become = after(change, path, around);
      const attribute = path.join(".");
      if (become.is === "unknown" && become.leadsTo.length > 0) return otherKey(attribute, was, `${become.by}`);
      if (become.is === "unknown") return notKnown(attribute, become.by);
      if (become.is === "left to AWS") return notKnown(attribute, []);
      if (isAwsOwn(was) || isGone(change, path) || namedIn(change.after, path[0]).includes(was)) return ok;
      return isAwsOwn(become.value) ? ownKeyGone(attribute, was) : otherKey(attribute, was, `${become.value}`);
    });
  },
};

/** The keys that an attribute names: the blocks of a set have no order. */
const namedIn = (values: Attributes | null, name: Path[number] = ""): unknown[] =>
  keyPaths({ [name]: values?.[name] }).map((path) => at(values, path));

/** A block that is not there any more encrypts nothing. */
const isGone = ({ after }: ResourceChange, path: Path): boolean =>
  path.length > 1 && at(after, path.slice(0, -1)) === undefined;

const ownKeyGone = (attribute: string, was: unknown): Verdict =>
  finding({
    severity: "high",
    attribute,
    why: `It is no longer encrypted with the key ${was}, but with one of AWS's own, which every reader of the account may use.`,
    wayOut: "Keep the key of your own: its policy says who may read.",
  });

const otherKey = (attribute: string, was: unknown, is: string): Verdict =>
  finding({
    severity: "medium",
    attribute,
    why: `It is encrypted with ${is} instead of ${was}: others may read it, and who could may not be able to.`,
    wayOut: "Give those who read it the new key first, and keep the former one for what is encrypted with it.",
  });
