import { counted, drawn, given, ofType } from "../../estate/find";
import type { Drawn } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { grid, gridHeight, present } from "../grid";
import { group } from "../group";
import type { Plan } from "./plan";

/** A group of services of a region beside its VPC. */
interface Services {
  readonly title: string;
  readonly all: readonly Drawn[];
}

const columns = 2;
const apart = 20;

/** The services of a region that stand in no subnet, in groups one below the other; gives their rectangles by title. They fill the height. */
export function services(plan: Plan, { x, y, width, height }: Rect): Map<string, Rect> {
  const { canvas } = plan;
  const found = new Map<string, Rect>();
  const groups = groupsOf(plan);
  const heightOf = ({ all }: Services): number => gridHeight(all.length, columns);
  const needed = groups.reduce((sum, one) => sum + heightOf(one), 0) + apart * (groups.length - 1);
  const more = Math.max(0, (height - needed) / groups.length);
  let top = y;
  for (const { title, all } of groups) {
    const rect = { x, y: top, width, height: heightOf({ title, all }) + more };
    group(canvas, rect, { style: "generic", text: title });
    grid(canvas, all, { ...rect, columns, spare: more });
    found.set(title, rect);
    top += rect.height + apart;
  }
  return found;
}

function groupsOf({ estate, region }: Plan): Services[] {
  const count = (type: string, tier?: string): number => ofType(estate, type, { region, ...(tier && { tier }) }).length;
  const inRegion = { region };
  const { copy_vault_arn: vault } = given(estate, region, "backup");
  const copies = /^arn:[^:]+:backup:([^:]+):/.exec(String(vault))?.[1];
  const groups: { title: string; all: (Drawn | undefined)[] }[] = [
    {
      title: "Security",
      all: [
        drawn(estate, "guardduty", inRegion),
        drawn(estate, "config", { ...inRegion, detail: counted(count("aws_config_config_rule"), "rule") }),
        drawn(estate, "analyzer", inRegion),
        drawn(estate, "keys", { ...inRegion, name: "KMS", detail: counted(count("aws_kms_key"), "key") }),
      ],
    },
    {
      title: "Logs and alarms",
      all: [
        drawn(estate, "cloudwatch", { ...inRegion, detail: counted(count("aws_cloudwatch_metric_alarm"), "alarm") }),
        drawn(estate, "topics", { ...inRegion, name: "Amazon SNS", detail: "alerts" }),
        drawn(estate, "archive", { ...inRegion, name: "Data Firehose", detail: "log archive" }),
        drawn(estate, "logBuckets", { ...inRegion, name: "Amazon S3", detail: "log buckets" }),
      ],
    },
    {
      title: "Delivery and names",
      all: [
        drawn(estate, "images", { ...inRegion, name: "Amazon ECR", detail: "images" }),
        drawn(estate, "certificates", inRegion),
      ],
    },
    {
      title: "Recovery",
      all: [
        drawn(estate, "backups", {
          ...inRegion,
          detail: copies === undefined ? undefined : `to ${copies}`,
        }),
        drawn(estate, "states", { ...inRegion, name: "Amazon S3", detail: "Terraform states" }),
      ],
    },
  ];
  return groups.map(({ title, all }) => ({ title, all: present(all) })).filter(({ all }) => all.length > 0);
}
