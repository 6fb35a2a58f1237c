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

/** Why a resource is replaced, destroyed or forgotten, in words; undefined where nothing says so. */
export function why({ reason, replacePaths, fate, deposed, forgets }: ResourceChange): string | undefined {
  if (deposed && fate === "destroy") return "an earlier apply replaced it, and could not destroy it";
  if (fate === "forget") return "a removed block says so: it stays as it is, and Terraform manages it no longer";
  if (fate !== "replace" && fate !== "destroy") return undefined;
  const forced = [...new Set(replacePaths.map(pathOf))].join(", ");
  const words = reason && (reasons[reason] ?? reason.replaceAll("_", " "));
  const stays = forgets ? "; the former one stays, and Terraform manages it no longer" : "";
  if (words === undefined && forced === "") return stays === "" ? undefined : stays.slice(2);
  return `${forced === "" ? words : `${words ?? "it must be made anew"}: ${forced} ${forced.includes(",") ? "change" : "changes"}`}${stays}`;
}

/** `metadata_options.http_tokens`: without the numbers of blocks, of which there is mostly one. */
const pathOf = (path: readonly (string | number)[]): string =>
  path.filter((step) => typeof step === "string").join(".");

/** Terraform's reasons for putting a change off, in words. */
const deferrals: Readonly<Record<string, string>> = {
  instance_count_unknown: "how many there will be is not known yet",
  resource_config_unknown: "its configuration is not known yet",
  provider_config_unknown: "the configuration of its provider is not known yet",
  deferred_prereq: "what it depends on is put off, too",
  absent_prereq: "what it depends on does not exist yet",
  excluded: "the plan was told to leave it out",
  not_included: "the plan was told to do something else only",
};

/** Why a change is put off. */
export const deferral = (reason: string): string => deferrals[reason] ?? reason.replaceAll("_", " ");
