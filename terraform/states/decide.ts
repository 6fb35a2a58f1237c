import { UserError } from "../../modules/core/user-error";
import type { Absent, Objects } from "./stored";

/** What is to do for a root: nothing, only to remove a local state that has moved, or to make what is missing. */
export type Decision = "nothing" | "tidy" | "make";

/** Decides by where a root's state is, and fails where going on could lose one. */
export function decide(
  names: { readonly bucket: string; readonly key: string; readonly file: string },
  remote: Objects | Absent,
  local: Objects | undefined,
): Decision {
  const { bucket, key, file } = names;
  // A Terraform that was stopped while S3 was making the bucket has left an empty one.
  if (remote === "no bucket" || remote === "empty bucket") return "make";
  if (remote === "no state") {
    if (local) return "make";
    throw new UserError(
      `The bucket ${bucket} exists, but it has no ${key}, and there is no local state either. ` +
        `If another clone began to make it, copy its state from there to ${file}. Otherwise import what exists, or delete the bucket.`,
    );
  }
  if (!local) return "nothing";
  const onlyLocal = [...local].filter((object) => !remote.has(object));
  if (onlyLocal.length > 0)
    throw new UserError(
      `s3://${bucket}/${key} lacks objects that ${file} has: ${onlyLocal.join(", ")}. ` +
        "Import them into the state in the bucket, or destroy them; then move the local state away.",
    );
  return "tidy";
}
