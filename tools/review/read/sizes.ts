const small = ["nano", "micro", "small", "medium", "large", "xlarge"];

/**
 * How large an instance type is, such as `db.r6g.2xlarge`: a step for each size; undefined for what has none, such as
 * `db.serverless`. A metal one is larger than any other.
 */
export function sizeOf(type: unknown): number | undefined {
  const size = typeof type === "string" ? type.split(".").find((part) => sizes.test(part)) : undefined;
  if (size === undefined) return undefined;
  if (size.startsWith("metal")) return 1_000;
  const times = /^(\d+)xlarge$/.exec(size)?.[1];
  return times === undefined ? small.indexOf(size) + 1 : small.length + Number(times);
}

const sizes = /^(nano|micro|small|medium|large|\d*xlarge|metal(-\w+)?)$/;
