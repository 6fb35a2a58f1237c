import { assignments, formats } from "./formats";
import { namesSecret } from "./names";
import { randomParts } from "./random";

/** What every form, assignment and random text has something of: most texts of a plan are short, and have nothing. */
const mayHoldSecret = /[A-Za-z0-9+/_.-]{16}|[=:>]|-{2}|(?:Bearer|Basic|Token)\s|-[A-Za-z]{3,}[ \t]/;

/** How a text is searched for secrets. */
export interface Search {
  /** Whether what looks random is none here. */
  readonly mayBeRandom?: boolean;
  /** What stands for a secret. */
  hide(secret: string): string;
}

/** A text without the secrets that show by their form, by the name that they are assigned to, or by how random they look. */
export function withoutSecrets(text: string, { mayBeRandom = false, hide }: Search): string {
  if (!mayHoldSecret.test(text)) return text;
  const named = formats.reduce((left, form) => left.replace(form, (all, part) => hidden(all, part, hide)), text);
  const assigned = assignments.reduce((left, form) => withoutAssigned(left, form, hide), named);
  if (mayBeRandom) return assigned;
  return randomParts(assigned).reduce((left, part) => left.replaceAll(part, hide(part)), assigned);
}

/** A name that is no secret's is passed over alone: what it is given may be an assignment itself, as in `e=password=…`. */
function withoutAssigned(text: string, form: RegExp, hide: Search["hide"]): string {
  const search = new RegExp(form);
  let [left, from] = ["", 0];
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const [all, name = "", ...values] = found;
    const value = values.find((one) => one !== undefined) ?? "";
    if (!namesSecret(name)) search.lastIndex = found.index + name.length;
    else if (!isReference(value)) {
      left += text.slice(from, found.index) + hidden(all, value, hide);
      from = search.lastIndex;
    }
  }
  return left + text.slice(from);
}

/** The whole of a match, or its part that is secret; the last one where the same text stands twice. */
function hidden(all: string, part: unknown, hide: Search["hide"]): string {
  if (typeof part !== "string") return hide(all);
  const at = all.lastIndexOf(part);
  return part.startsWith("hidden:") ? all : `${all.slice(0, at)}${hide(part)}${all.slice(at + part.length)}`;
}

/** What refers to a secret instead of being one, or is a word of a language. */
export const isReference = (value: string): boolean =>
  /^(?:arn:|hidden:|\$\{?\(?[A-Za-z_{(]|\{\{|%[A-Z_]+%$|<)/.test(value) ||
  /^(?:|true|false|null|none|nil|undefined|yes|no)$/i.test(value);
