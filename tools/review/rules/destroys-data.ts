import { keptAfterAll } from "../guards/kept-after-all";
import { finding, ok, type Rule, type Severity } from "./rule";
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

/** Destroying or replacing what holds data loses that data. */
export const destroysData: Rule = {
  id: "destroys-data",
  about: "Something that holds data is destroyed or replaced.",
  severities: ["critical", "high", "medium"],
  cannotSee: "Whether there is any data in it, and whether somebody has saved it elsewhere.",
  wayOut: "Keep it, or save its data first and say in the pull request where.",
  mayBeUnknown: false,
  types: Object.keys(holdsData),
  check: ({ type, fate, before, forgets }) => {
    if ((fate !== "destroy" && fate !== "replace") || forgets || before?.skip_destroy === true) return ok;
    const kept = (keptAfterAll[type] ?? []).map((one) => one(before ?? {})).find((one) => one !== undefined);
    const usual = lesser[type] ?? "critical";
    return finding({
      severity: kept !== undefined && usual === "critical" ? "high" : usual,
      why: `${holdsData[type]} is ${fate === "replace" ? "deleted and made anew, empty" : "deleted"}${kept === undefined ? ": what is in it is gone." : `. ${kept}`}`,
      wayOut:
        fate === "replace"
          ? "Change what forces the replacement back, or restore the data into the new one and switch over first."
          : "Keep it, or save its data first and say in the pull request where.",
    });
  },
};
