import type { Estate } from "../estate/estate";
import { counted, drawn, ofType } from "../estate/find";
import type { Drawn } from "../scene/canvas";
import { present } from "./grid";

/** What a region has whether anything is lost or not, besides the tiers of the shop. */
export function standing(estate: Estate, region: string): Drawn[] {
  const its = { region };
  const count = (type: string): number => ofType(estate, type, its).length;
  return present([
    drawn(estate, "standby", { ...its, name: "Standby key", detail: "of the copies" }),
    drawn(estate, "copies", { ...its, name: "Backups", detail: "copies" }),
    drawn(estate, "replication", { ...its, name: "RDS backups", detail: "replicated" }),
    drawn(estate, "servers", { ...its, name: "Elastic DR", detail: "servers" }),
    drawn(estate, "cloudtrail", { ...its, detail: "of all regions" }),
    drawn(estate, "logBuckets", { ...its, tier: "audit", name: "Amazon S3", detail: "audit logs" }),
    ...(ofType(estate, "aws_vpc", its).length > 0 ? [] : [images(estate, region)]),
    drawn(estate, "secrets", { ...its, name: "Secrets", detail: "of the shop" }),
    drawn(estate, "guardduty", its),
    drawn(estate, "config", { ...its, detail: counted(count("aws_config_config_rule"), "rule") }),
    drawn(estate, "analyzer", its),
    drawn(estate, "topics", { ...its, tier: "baseline", name: "Amazon SNS", detail: "findings" }),
    drawn(estate, "keys", { ...its, name: "KMS", detail: counted(count("aws_kms_key"), "key") }),
    drawn(estate, "states", { ...its, name: "Amazon S3", detail: "states" }),
  ]);
}

/** The images of a region: of containers and, where a region file names some, of machines. */
export const images = (estate: Estate, region: string): Drawn | undefined =>
  drawn(estate, "images", { region, name: "Amazon ECR", detail: "images" });

/** Whether it is the component that a database is restored from. */
export const isRestoredFrom = ({ component }: Drawn): boolean => component === "copies" || component === "replication";
