import type { ResourceChange } from "../../../terraform/plan/resource-changes";

/** Terraform's reasons for replacing and destroying, in words. */
const reasons: Readonly<Record<string, string>> = {
  replace_because_cannot_update: "AWS cannot change it in place",
  replace_because_tainted: "it is marked as tainted: an earlier apply did not finish it",
  replace_by_request: "the plan was told to replace it",
  replace_by_triggers: "what it is replaced with has changed",
  delete_because_no_resource_config: "it is not in the configuration any more",
  delete_because_no_module: "its module is not called any more",
  delete_because_wrong_repetition: "it has another kind of repetition now (count or for_each)",
  delete_because_count_index: "count is smaller now",
  delete_because_each_key: "its key is not in for_each any more",
  delete_because_no_move_target: "it was moved to an address that is not in the configuration",
};

/** Why a resource is replaced or destroyed, in words; undefined where nothing says so. */
export function why({ reason, replacePaths, fate }: ResourceChange): string | undefined {
  if (fate !== "replace" && fate !== "destroy") return undefined;
  const forced = replacePaths.map((path) => path.join(".")).join(", ");
  const words = reason && (reasons[reason] ?? reason);
  if (words === undefined && forced === "") return undefined;
  return forced === "" ? words : `${words ?? "it must be made anew"}: ${forced} changes`;
}
