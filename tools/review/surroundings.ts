import { decidedIn, withoutKeys } from "../../terraform/plan/decided";
import { referencesOf } from "../../terraform/plan/referred";
import { regionsIn } from "../../terraform/plan/regions";
import { type ResourceChange, resourceChanges } from "../../terraform/plan/resource-changes";
import type { PlanJson } from "../../terraform/plan/schema";
import { groupedBy } from "./grouped-by";
import { accountIn } from "./read/accounts";
import type { Surroundings } from "./rules/rule";

/** What rules look at, of a plan. Looking up is by index: a plan may have thousands of changes. */
export function surroundings(root: string, plan: PlanJson): Surroundings {
  const changes = resourceChanges(plan).map((change) => ({ ...change, type: sameTypes[change.type] ?? change.type }));
  const byConfigured = groupedBy(changes, ({ address }) => withoutKeys(address));
  const byType = groupedBy(changes, ({ type }) => type);
  // What has no ARN is a setting of something else, whose id it has: a bucket's versioning has the bucket's.
  const destroyed = changes.flatMap(({ fate, before }) =>
    fate === "destroy" && typeof before?.arn === "string" ? [before.id, before.arn, before.name] : [],
  );
  return {
    root,
    plan,
    changes,
    decided: decidedIn(plan),
    refer: referencesOf(plan),
    regionOf: regionsIn(plan),
    configuredAs: (address) => byConfigured.get(address) ?? [],
    ofType: (type) => byType.get(type) ?? [],
    destroyed: new Set(destroyed.filter((one) => typeof one === "string")),
    accounts: accountsOf(plan, changes),
  };
}

/** Types with two names. */
const sameTypes: Readonly<Record<string, string>> = {
  aws_alb: "aws_lb",
  aws_alb_listener: "aws_lb_listener",
  aws_alb_listener_certificate: "aws_lb_listener_certificate",
  aws_alb_listener_rule: "aws_lb_listener_rule",
  aws_alb_target_group: "aws_lb_target_group",
  aws_alb_target_group_attachment: "aws_lb_target_group_attachment",
  aws_elasticsearch_domain: "aws_opensearch_domain",
};

/** The accounts that resources are in, by their ARNs, and those that the provider may work in. */
const accountsOf = ({ configuration }: PlanJson, changes: readonly ResourceChange[]): ReadonlySet<string> =>
  new Set([
    ...changes.flatMap(({ before }) => accountIn(before?.arn) ?? []),
    ...Object.values(configuration.provider_config).flatMap(({ expressions }) => {
      const { constant_value } = Object(expressions.allowed_account_ids);
      return Array.isArray(constant_value) ? constant_value.map((one) => `${one}`) : [];
    }),
  ]);

/** Whether a plan says how it is configured: what was trimmed does not. */
export const isConfigured = ({ configuration: { root_module } }: PlanJson): boolean =>
  root_module.resources.length > 0 || Object.keys(root_module.module_calls).length > 0;
