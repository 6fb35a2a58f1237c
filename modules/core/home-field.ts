import type { Field } from "./field";

/** Where what homes are made of is asked for, by the name that `home` has for each. */
export const asked = {
  account: "data.aws_caller_identity.caller.account_id",
  region: "data.aws_region.region.id", // its `name` is deprecated in AWS provider 6
  partition: "data.aws_partition.partition.partition",
  dns_suffix: "data.aws_partition.partition.dns_suffix",
} as const;
export type Asked = keyof typeof asked;
const names = Object.keys(asked) as Asked[];

const must = "must be the account, region, partition and DNS suffix of the provider. Correct it, or leave it out";

/**
 * The input by which a caller tells a module where it is, which is then known while Terraform plans.
 *
 * Where the caller's `depends_on` waits for a change, Terraform reads data sources at apply only: not told, names with the
 * account or region in them are unknown in the plan, and what bears them would be replaced.
 * https://developer.hashicorp.com/terraform/language/data-sources
 */
export const homeField: Field = {
  name: "home",
  type: `object({ ${names.map((name) => `${name} = string`).join(", ")} })`,
  description:
    "Where the provider works, for a call with depends_on; null asks the provider, which Terraform can only at apply while such a call waits for a change.",
  default: null,
  nullable: true,
  validations: [
    {
      condition: `\${var.home == null ? true : ${names.map((name) => `var.home.${name} == ${asked[name]}`).join(" && ")}}`,
      errorMessage: `home ${must}.`,
      must,
    },
  ],
};
