import { homeField } from "../../modules/core/home-field";
import { dnsContract } from "../../modules/dns/contract";
import { everywhere } from "../../regions/wiring/location";
import { contractOf } from "../../regions/wiring/tiers";
import type { Published } from "../../terraform/published";
import { boundary, callsOf, example, globalAlias } from "./example";
import { code, fenced } from "./markdown";
import { sharedNames, withoutDns } from "./shared-names";

/** The service-linked roles that a module is given, by the input: how a root finds one that the account has already. */
const serviceLinked: Readonly<Record<string, { readonly data: string; readonly name: string }>> = {
  autoscaling_service_role_arn: { data: "autoscaling", name: "AWSServiceRoleForAutoScaling" },
  config_service_role_arn: { data: "config", name: "AWSServiceRoleForConfig" },
};

/**
 * The tiers whose modules are applied before one: those that its example takes values from, that with the records of its
 * certificates, and those that its contract comes after.
 */
export const appliedBefore = (module: Published): string[] => {
  const after = contractOf(module.tier)?.after ?? [];
  const records = sharedNames(module).length > 0 ? [dnsContract.name] : [];
  return [...new Set([...records, ...callsOf(example(module)), ...after.map(({ name }) => name)])].sort();
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
  ];
  const found = Object.entries(serviceLinked).filter(([input]) => input in variables);
  return [
    sentences.join(" "),
    ...(boundary in variables && "aws_iam_role" in module.resources
      ? [
          `Without the module ${code("account")}, ${code(boundary)} is the ARN of an IAM policy of your own that exists before the module is applied: AWS refuses roles with another one. Without it, the module's roles have no permissions boundary.`,
        ]
      : []),
    ...found.map(([input, role]) => withoutAccount(input, role)),
    ...(homeField.name in variables ? [withDependsOn] : []),
    ...sharedNames(module).map(withoutDns),
  ].join("\n\n");
}

const withDependsOn = `A call with ${code("depends_on")} also says ${code(homeField.name)}, such as ${code('home = { account = "111122223333", region = "eu-west-1", partition = "aws", dns_suffix = "amazonaws.com" }')}: while what it waits for has a change, Terraform reads the module's data sources at apply only, and would plan to replace what has the account or region in its name or address. What reads other data sources, such as policies, is still planned as a change in place, though the apply changes nothing.`;

const withoutAccount = (input: string, { data, name }: { readonly data: string; readonly name: string }): string =>
  [
    `Without the module ${code("account")}, ${code(input)} is ${code(`data.aws_iam_role.${data}.arn`)} with:`,
    fenced("hcl", `data "aws_iam_role" "${data}" {\n  name = "${name}"\n}`),
  ].join("\n\n");
