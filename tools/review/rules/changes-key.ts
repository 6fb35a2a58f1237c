import type { Path } from "../../../terraform/plan/decided";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { after, at } from "../read/after";
import { defaultKey, managedKey } from "../read/default-keys";
import { keyPaths } from "../read/key-paths";
import { dropsEncryption } from "./drops-encryption";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const isNamed = (key: unknown): boolean => typeof key === "string" && key !== "";

/** The name of a key that AWS manages: `s3` of `alias/aws/s3`. */
const managedName = (key: unknown): string | undefined => /(?:^|\/|:)aws\/([a-z0-9-]+)$/.exec(`${key}`)?.[1];

const isOwn = (key: unknown): boolean => isNamed(key) && managedName(key) === undefined;

/** Who may use the key may read the data. */
export const changesKey: Rule = {
  id: "changes-key",
  about: "Something is encrypted with another key than before, or no longer with a key of one's own.",
  severities: ["high", "medium"],
  cannotSee: "Who may use either key, and what is encrypted with the former one and stays so.",
  wayOut: "Give those who read it the new key first, and keep the former one for what is encrypted with it.",
  mayBeUnknown: true,
  check: (change, around) => {
    const { before, after: values } = change;
    if (before === null || values === null) return ok;
    return keyPaths(before).map((path): Verdict => {
      const was = at(before, path);
      const become = after(change, path, around);
      const attribute = path.join(".");
      if (become.is === "unknown" && become.leadsTo.length > 0)
        return otherKey(change, attribute, { was, is: `${become.by}` });
      if (become.is === "unknown") return notKnown(attribute, become.by);
      if (become.is === "left to AWS") return notKnown(attribute, []);
      if (!isOwn(was) || isGone(change, path) || namedIn(values, path[0]).includes(was)) return ok;
      if (isOwn(become.value)) return otherKey(change, attribute, { was, is: `${become.value}` });
      if (!isNamed(become.value))
        return isOpen(change, around) ? ok : lost(attribute, was, defaultKey(change.type, values, path));
      return lost(attribute, was, managedKey(`${managedName(become.value)}`));
    });
  },
};

/** Whether nothing encrypts it any more, which another rule says. */
const isOpen = (change: ResourceChange, around: Surroundings): boolean =>
  [dropsEncryption.check(change, around)].flat().some(({ is }) => is === "finding");

/** The keys that an attribute names: the blocks of a set have no order. */
const namedIn = (values: Attributes | null, name: Path[number] = ""): unknown[] =>
  keyPaths({ [name]: values?.[name] }).map((path) => at(values, path));

/** A block that is not there any more encrypts nothing. */
const isGone = ({ after }: ResourceChange, path: Path): boolean =>
  path.length > 1 && at(after, path.slice(0, -1)) === undefined;

const lost = (attribute: string, was: unknown, instead: string): Verdict =>
  finding({
    severity: "high",
    attribute,
    why: `It is no longer encrypted with the key ${was}, but ${instead}.`,
    wayOut: "Keep the key of your own: its policy says who may read.",
  });

const otherKey = ({ fate }: ResourceChange, attribute: string, { was, is }: { was: unknown; is: string }): Verdict =>
  finding({
    severity: "medium",
    attribute,
    why: `It is encrypted with ${is} instead of ${was}: others may read it, and who could may not be able to.`,
    wayOut:
      fate === "replace"
        ? "What it holds is not carried over: copy that with the new key first, as the copy of a snapshot can, or keep the key."
        : "Give those who read it the new key first, and keep the former one for what is encrypted with it.",
  });
