/** A block of HCL in the form that `terraform fmt` gives it; an `undefined` argument is an empty line. */
export function block(head: string, args: readonly (readonly [name: string, value: string] | undefined)[]): string {
  return [`${head} {`, ...aligned(args), "}"].join("\n");
}

/** A value of Terraform JSON as HCL on one line. */
export function value(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(value).join(", ")}]`;
  if (typeof json === "object" && json !== null) {
    const entries = Object.entries(json).map(
      ([key, inner]) => `${/^\w+$/.test(key) ? key : value(key)} = ${value(inner)}`,
    );
    return `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(json);
}

/** Equals signs stand below each other from one empty line to the next. */
function aligned(args: readonly (readonly [string, string] | undefined)[]): string[] {
  const gap = args.indexOf(undefined);
  if (gap >= 0) return [...aligned(args.slice(0, gap)), "", ...aligned(args.slice(gap + 1))];
  const width = Math.max(...args.map((argument) => argument?.[0].length ?? 0));
  return args.flatMap((argument) => (argument ? [`  ${argument[0].padEnd(width)} = ${argument[1]}`] : []));
}
