/** The object or list that a text holds as JSON; undefined where it holds none. */
export function parsed(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text that another holds in Base64; undefined where it is none, or not printable. */
export function decoded(text: string): string | undefined {
  if (text.length < 16 || !/^(?:[A-Za-z0-9+/]{4}|\s)+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*$/.test(text))
    return undefined;
  try {
    const inner = utf8.decode(Buffer.from(text, "base64"));
    return /[^\P{C}\r\n\t]/u.test(inner) ? undefined : inner;
  } catch {
    return undefined;
  }
}
