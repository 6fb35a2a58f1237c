import { canonical, type Json } from "./json";
import type { Replace } from "./texts";

/** A value of a state so that two can be compared: with what is inside of texts, and without what is not set. */
export const comparable = (value: unknown, replace: Replace): Json => canonical(withoutUnset(unfold(value)), replace);

/** Whether a value says no more than that there is none; Terraform's providers write either for the other. */
export const isUnset = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  value === 0 ||
  (typeof value === "object" && Object.keys(value).length === 0);

function withoutUnset(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnset);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, withoutUnset(one)])
      .filter(([, one]) => !isUnset(one)),
  );
}

/** Shows what is inside of texts: JSON, such as a policy, and Base64, such as user data. */
function unfold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfold);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unfold(one)]));
  return typeof value === "string" ? inside(value) : value;
}

function inside(text: string): unknown {
  const decoded = fromBase64(text);
  if (decoded !== undefined) return inside(decoded);
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return unfold(JSON.parse(text));
  } catch {
    return text;
  }
}

/** What Base64 says, if it is a text; a short one may as well be a name. */
function fromBase64(text: string): string | undefined {
  if (!/^[0-9A-Za-z+/]{32,}={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  const decoded = bytes.toString("utf8");
  return bytes.toString("base64") === text && /^[\t\n\r -~]*$/.test(decoded) ? decoded : undefined;
}
