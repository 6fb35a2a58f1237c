import { UserError } from "../../modules/core/user-error";
import type { State } from "./state";

/** What is to do for a region: nothing, only to remove a local state that has moved, or to make what is missing. */
export type Decision = "nothing" | "tidy" | "make";

/** Decides by where a region's state is, and fails where going on could lose one. */
export function decide(
  names: { readonly bucket: string; readonly key: string; readonly file: string },
  remote: State | "no bucket" | "no state",
  local: State | undefined,
): Decision {
  const { bucket, key, file } = names;
  if (remote === "no bucket") return "make";
  if (remote === "no state") {
    if (local) return "make";
    throw new UserError(
      `The bucket ${bucket} exists, but has no ${key}, and there is no local state either. ` +
        `If it was begun in another clone, bring its state here, to ${file}. Else import what exists, or delete the bucket.`,
    );
  }
  if (!local) return "nothing";
  const onlyLocal = [...local].filter((object) => !remote.has(object));
  if (onlyLocal.length > 0)
    throw new UserError(
      `s3://${bucket}/${key} does not know what ${file} does: ${onlyLocal.join(", ")}. ` +
        "Import it into the one in the bucket, or destroy it; then move the local state away.",
    );
  return "tidy";
}
