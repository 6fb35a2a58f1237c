import { assignments, formats } from "./formats";
import { namesSecret } from "./names";
import { randomParts } from "./random";

/** What every known form has something of. */
const mayHaveForm =
  /AKIA|ASIA|gh[pousr]_|github_pat_|gl[a-z]+-|xox|xapp-|[rs]k[-_]|whsec_|AIza|ya29|SG\.|npm_|pypi-|do[po]_v1|shp|dapi|lin_api|rubygems_|glsa_|pul-|hf_|sq[pu]_|dckr_|key-|hv[sbr]\.|atlasv1|AGE-|:AA|eyJ|hooks\.|webhook|:\/\/|[?&][a-z_-]+=|Bearer|Basic|Token|=|-----|PuTTY/i;

/** What every assignment of a secret has something of. */
const mayAssign =
  /pass|pwd|secret|token|cred|key|pin|otp|psk|bearer|auth|cookie|referer|dsn|salt|pepper|jwt|sas|material|connection|webhook/i;

/** How a text is searched for secrets. */
export interface Search {
  /** Whether what looks random is none here. */
  readonly mayBeRandom?: boolean;
  /** What stands for a secret. */
  hide(secret: string): string;
}

/** A text without the secrets that show by their form, by the name that they are assigned to, or by how random they look. */
export function withoutSecrets(text: string, { mayBeRandom = false, hide }: Search): string {
  const named = mayHaveForm.test(text)
    ? formats.reduce((left, form) => left.replace(form, (all, part) => hidden(all, part, hide)), text)
    : text;
  const assigned = mayAssign.test(named)
    ? assignments.reduce((left, form) => withoutAssigned(left, form, hide), named)
    : named;
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
    else if (!isReference(value) && !isExpansion(value)) {
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
  return isDigest(part) ? all : `${all.slice(0, at)}${hide(part)}${all.slice(at + part.length)}`;
}

/** What refers to a secret instead of being one, or is a word of a language. */
export const isReference = (value: string): boolean =>
  /^(?:arn:|\{\{resolve:|\$\{[^}]*\}$)/.test(value) ||
  isDigest(value) ||
  /^(?:|true|false|null|none|nil|undefined|yes|no)$/i.test(value);

/** What refers to one in a script: `$PASSWORD`, `$(get-password)`, `%PASSWORD%`, `<password>`. */
const isExpansion = (value: string): boolean => /^(?:\$[A-Za-z_{(]|%[A-Z_]+%$|<[^>]*>$)/.test(value);

const isDigest = (value: string): boolean => /^hidden:[0-9a-f]{12}$/.test(value);
