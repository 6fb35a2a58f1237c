import type { Estate } from "../../estate/estate";
import { counted, drawn, loadBalancerOf, ofType } from "../../estate/find";
import type { Drawn } from "../../scene/canvas";
import { present } from "../grid";

/** What a recovery makes of a tier, as it was in the lost region. */
export function partsOf(estate: Estate, region: string, tier: string): Drawn[] {
  const its = { region };
  const zones = ofType(estate, "aws_nat_gateway", its).length;
  const of: Readonly<Record<string, () => (Drawn | undefined)[]>> = {
    security: () => [
      drawn(estate, "keys", {
        ...its,
        tier,
        name: "KMS",
        detail: counted(ofType(estate, "aws_kms_key", { region, tier }).length, "key"),
      }),
      drawn(estate, "topics", { ...its, tier, name: "Amazon SNS", detail: "alerts" }),
    ],
    network: () => [
      drawn(estate, "vpc", { ...its, name: "VPC", detail: "zones, subnets" }),
      drawn(estate, "nat", { ...its, name: "NAT", detail: counted(zones, "gateway") }),
      drawn(estate, "endpoints", { ...its, name: "Endpoints", detail: "and groups" }),
    ],
    logs: () => [
      drawn(estate, "archive", { ...its, name: "Firehose", detail: "log archive" }),
      drawn(estate, "logBuckets", { ...its, tier, name: "Amazon S3", detail: "log buckets" }),
    ],
    database: () => [drawn(estate, "database", { ...its, detail: "restored" })],
    api: () => [
      drawn(estate, "service", { ...its, name: loadBalancerOf(estate, region, "api") === "Network" ? "NLB" : "ALB" }),
      drawn(estate, "api", its),
    ],
    web: () => [drawn(estate, "entrance", { ...its, name: "ALB" }), drawn(estate, "web", its)],
    backup: () => [drawn(estate, "backups", its)],
    observability: () => [drawn(estate, "cloudwatch", { ...its, detail: "alarms" })],
    cache: () => [drawn(estate, "cache", { ...its, detail: "empty" })],
    identity: () => [drawn(estate, "identity", { ...its, name: "Cognito", detail: "empty" })],
    events: () => [
      drawn(estate, "intake", its),
      drawn(estate, "worker", { ...its, name: "Event worker", detail: "empty queue" }),
    ],
  };
  return present(of[tier]?.() ?? []);
}
