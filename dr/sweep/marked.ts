import { paginateGetAccountAuthorizationDetails } from "@aws-sdk/client-iam";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { runTagKey } from "../../modules/core/run";
import type { Aws } from "../aws";
import type { Item } from "../inventory/item";
import { tag } from "../inventory/tags";
import { everyItem } from "../lookup/pages";

/** Those of a region's items that carry a run's mark: its id in their name, or its tag. */
export async function markedOf(aws: Aws, run: string, items: readonly Item[]): Promise<Item[]> {
  if (items.length === 0) return [];
  const hasRoles = items.some(({ type }) => type === "aws_iam_role");
  const arns = [...(await taggedWith(aws, run)), ...(hasRoles ? await rolesTaggedWith(aws, run) : [])];
  return items.filter((item) => isNamed(item, run) || isOf(arns, item));
}

const isNamed = ({ id, name }: Item, run: string): boolean => id.includes(run) || (name?.includes(run) ?? false);

/** The ARNs of what a region has with the run's tag; those of global services are told in us-east-1. */
async function taggedWith({ tagging: client }: Aws, run: string): Promise<string[]> {
  const TagFilters = [{ Key: runTagKey, Values: [run] }];
  const found = await everyItem(
    paginateGetResources({ client }, { TagFilters }),
    (page) => page.ResourceTagMappingList,
  );
  return found.flatMap(({ ResourceARN }) => ResourceARN ?? []);
}

/**
 * The ARNs of roles with the run's tag, which IAM alone tells.
 *
 * https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/supported-services.html
 */
async function rolesTaggedWith({ iam: client }: Aws, run: string): Promise<string[]> {
  const pages = paginateGetAccountAuthorizationDetails({ client }, { Filter: ["Role"] });
  const roles = await everyItem(pages, ({ RoleDetailList }) => RoleDetailList);
  return roles.filter(({ Tags }) => tag(Tags, runTagKey) === run).flatMap(({ Arn }) => Arn ?? []);
}

/** An item has its ARN, or what the ARN ends with: an id of EC2, a name. */
const isOf = (arns: readonly string[], { id, handles = [] }: Item): boolean =>
  arns.some((arn) => [id, ...handles].some((one) => arn === one || arn.endsWith(`/${one}`) || arn.endsWith(`:${one}`)));
