import type { Path } from "../../../terraform/plan/decided";

/** The names of arguments that take a key of KMS, in whatever block they are. */
const named = /(^|_)(kms_(master_)?key(_(id|arn|identifier))?|encryption_key_arn|cmk_arn|target_key_id)$/;

/** Where values name a key: every path whose last part is called so. */
export function keyPaths(values: unknown, path: Path = []): Path[] {
  if (typeof values !== "object" || values === null) return [];
  return Object.entries(values).flatMap(([name, value]): Path[] => {
    const here = [...path, Array.isArray(values) ? Number(name) : name];
    if (typeof value === "object") return keyPaths(value, here);
    return named.test(name) && typeof value === "string" && value !== "" ? [here] : [];
  });
}
