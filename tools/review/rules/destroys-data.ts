import { withoutKeys } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { keptAfterAll } from "../guards/kept-after-all";
import { finding, ok, type Rule, type Severity, type Surroundings } from "./rule";
import { holdsData } from "./stateful";

/** What can be filled again, or is worth less by its nature. */
const lesser: Readonly<Record<string, Severity>> = {
  aws_ami: "high",
  aws_cloudwatch_log_group: "high",
  aws_ecr_repository: "high",
  aws_elasticache_cluster: "high",
  aws_elasticache_replication_group: "high",
  aws_elasticache_serverless_cache: "high",
  aws_instance: "medium",
  aws_kinesis_stream: "high",
  aws_sqs_queue: "high",
};

const saved = "Keep it, or save its data first and say in the pull request where.";
const backOrOver =
  "Change what forces the replacement back, or restore the data into the new one and switch over first.";

/** Destroying or replacing what holds data loses that data. */
export const destroysData: Rule = {
  id: "destroys-data",
  about: "Something that holds data is destroyed or replaced.",
  severities: ["critical", "high", "medium"],
  cannotSee: "Whether there is any data in it, and whether somebody has saved it elsewhere.",
  wayOut: saved,
  mayBeUnknown: false,
  types: Object.keys(holdsData),
  check: (change, around) => {
    const { type, fate, before, forgets } = change;
    if ((fate !== "destroy" && fate !== "replace") || forgets || before?.skip_destroy === true) return ok;
    const kept = (keptAfterAll[type] ?? []).map((one) => one(before ?? {})).find((one) => one !== undefined);
    const usual = lesser[type] ?? "critical";
    return finding({
      severity: kept !== undefined && usual === "critical" ? "high" : usual,
      why: `${holdsData[type]} is ${fate === "replace" ? "deleted and made anew, empty" : "deleted"}${kept === undefined ? ": what is in it is gone." : `. ${kept}`}`,
      wayOut: byKeys(change, around) ?? (fate === "replace" ? backOrOver : saved),
    });
  },
};

/** What can be done where only a number or a key is another one; undefined where that is not so. */
function byKeys({ address, type, fate }: ResourceChange, around: Surroundings): string | undefined {
  if (fate === "replace" && /\[\d+\]$/.test(address))
    return "If only the place in a list is another one: for_each over names, with moved blocks, leaves the others alone.";
  const skeleton = withoutKeys(address);
  if (fate !== "destroy" || skeleton === address) return undefined;
  const made = around.configuredAs(skeleton).filter((one) => one.fate === "create" && one.type === type);
  const [only] = made;
  return only && made.length === 1
    ? `If it is the same as ${only.address}, a moved block from one to the other keeps it. ${saved}`
    : undefined;
}
