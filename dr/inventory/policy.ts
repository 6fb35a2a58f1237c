/** An IAM policy document as an object in which what means the same looks the same. */
export function policy(document: string | undefined): unknown {
  if (!document) return undefined;
  const text = document.startsWith("%") ? decodeURIComponent(document) : document;
  return simple(JSON.parse(text));
}

/** One element or a list of one mean the same; the version changes nothing that we use. */
function simple(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((one) => simple(one));
    return key !== "Statement" && inner.length === 1 ? inner[0] : inner;
  }
  if (typeof value !== "object" || value === null) return typeof value === "boolean" ? String(value) : value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, simple(one, name)]));
  return "Statement" in inner && !Array.isArray(inner.Statement) ? { ...inner, Statement: [inner.Statement] } : inner;
}
