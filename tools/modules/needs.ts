import { boundaryName } from "../../modules/core/names";
import { dnsContract } from "../../modules/dns/contract";
import { everywhere } from "../../regions/wiring/location";
import { contractOf } from "../../regions/wiring/tiers";
import type { Published } from "../../terraform/published";
import { callsOf, example, globalAlias } from "./example";
import { code, fenced } from "./markdown";
import { sharedNames, withoutDns } from "./shared-names";

/** The service-linked roles that a module is given, by the input: how a root finds one that the account has already. */
const serviceLinked: Readonly<Record<string, { readonly data: string; readonly name: string }>> = {
  autoscaling_service_role_arn: { data: "autoscaling", name: "AWSServiceRoleForAutoScaling" },
  config_service_role_arn: { data: "config", name: "AWSServiceRoleForConfig" },
};

/** Whether a module creates roles, which AWS refuses before their permissions boundary exists. */
const needsBoundary = ({ tier, resources }: Published): boolean => tier !== "account" && "aws_iam_role" in resources;

/**
 * The tiers whose modules are applied before one: those that its example takes values from, that with the boundary of its
 * roles, that with the records of its certificates, and those that its contract comes after.
 */
export const appliedBefore = (module: Published): string[] => {
  const after = contractOf(module.tier)?.after ?? [];
  const boundary = needsBoundary(module) ? ["account"] : [];
  const records = sharedNames(module).length > 0 ? [dnsContract.name] : [];
  return [...new Set([...boundary, ...records, ...callsOf(example(module)), ...after.map(({ name }) => name)])].sort();
};

/** What a root must have for a module, in words. */
export function needsOf(module: Published): string {
  const { region, requirements, variables } = module;
  const others = callsOf(example(module)).map((tier) => code(`module.${tier}`));
  const sentences = [
    `Needs Terraform ${code(requirements.terraform)} and the provider hashicorp/aws ${code(requirements.aws)}.`,
    region === everywhere
      ? `The provider works in us-east-1, here as the alias ${code(`aws.${globalAlias}`)}.`
      : `The provider works in ${region}.`,
    "The module configures no provider and no backend: the root that calls it does.",
    ...(others.length > 0 ? [`The example takes values from ${others.join(", ")}, called in the same root.`] : []),
    ...(needsBoundary(module)
      ? [
          `Its roles have the permissions boundary ${code(boundaryName)}, an IAM policy that must exist first: the module ${code("account")} creates it, or create one with that name.`,
        ]
      : []),
  ];
  const found = Object.entries(serviceLinked).filter(([input]) => input in variables);
  return [
    sentences.join(" "),
    ...found.map(([input, role]) => withoutAccount(input, role)),
    ...sharedNames(module).map(withoutDns),
  ].join("\n\n");
}

const withoutAccount = (input: string, { data, name }: { readonly data: string; readonly name: string }): string =>
  [
    `Without the module ${code("account")}, ${code(input)} is ${code(`data.aws_iam_role.${data}.arn`)} with:`,
    fenced("hcl", `data "aws_iam_role" "${data}" {\n  name = "${name}"\n}`),
  ].join("\n\n");
