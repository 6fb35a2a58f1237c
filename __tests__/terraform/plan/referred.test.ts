import { referencesOf } from "../../../terraform/plan/referred";
import { regionsIn } from "../../../terraform/plan/regions";
import { planSchema } from "../../../terraform/plan/schema";

/** A root that gives its network's subnet to the module of a web server, and whose provider's region is a variable. */
const plan = planSchema.parse({
  variables: { region: { value: "eu-south-1" } },
  configuration: {
    provider_config: {
      aws: {
        full_name: "registry.terraform.io/hashicorp/aws",
        expressions: { region: { references: ["var.region"] } },
      },
      "aws.global": { expressions: { region: { constant_value: "us-east-1" } } },
    },
    root_module: {
      resources: [
        { address: "aws_eip.out", provider_config_key: "aws", expressions: {} },
        { address: "aws_acm_certificate.edge", provider_config_key: "aws.global", expressions: {} },
      ],
      module_calls: {
        network: {
          module: {
            outputs: {
              subnet_id: {
                expression: { references: ["aws_subnet.app[0].id", "aws_subnet.app[0]", "aws_subnet.app"] },
              },
            },
            resources: [{ address: "aws_subnet.app", provider_config_key: "aws" }],
          },
        },
        web: {
          expressions: { subnet: { references: ["module.network.subnet_id", "module.network"] } },
          module: { resources: [{ address: "aws_instance.web", expressions: {} }] },
        },
      },
    },
  },
});
const refer = referencesOf(plan);

it.each([
  [
    "of its own module",
    "aws_eip.out",
    ["aws_vpc.main.id", "aws_vpc.main"],
    [{ address: "aws_vpc.main", attribute: "id" }],
  ],
  ["as a whole", "aws_eip.out", ["data.aws_ami.linux"], [{ address: "data.aws_ami.linux" }]],
  [
    "through a module's output",
    "aws_eip.out",
    ["module.network.subnet_id", "module.network"],
    [{ address: "module.network.aws_subnet.app", attribute: "id" }],
  ],
  [
    "through a variable and another module's output",
    'module.web.aws_instance.web["a"]',
    ["var.subnet"],
    [{ address: "module.network.aws_subnet.app", attribute: "id" }],
  ],
])("follows a reference to a resource %s", (_, from, references, leadsTo) => {
  expect(refer(from, references)).toEqual(leadsTo);
});

it.each(["local.name", "each.value", "count.index", "var.given", "module.gone.id", "path.module"])(
  "leads nowhere by %s",
  (reference) => {
    expect(refer("aws_eip.out", [reference])).toEqual([]);
  },
);

const regionOf = regionsIn(plan);
const bare = { before: null, after: null };
it.each([
  ["what its provider's variable says", { address: "aws_eip.out", ...bare }, "eu-south-1"],
  ["what its provider's configuration says", { address: "aws_acm_certificate.edge", ...bare }, "us-east-1"],
  [
    "what its ARN says",
    { address: "aws_eip.out", before: { arn: "arn:aws:ec2:eu-north-1:1:eip/x" }, after: null },
    "eu-north-1",
  ],
  ["what it says itself", { address: "aws_eip.out", before: null, after: { region: "eu-west-3" } }, "eu-west-3"],
  ["nothing of what no provider is known of", { address: "aws_vpc.other", ...bare }, undefined],
])("takes for the region of a resource %s", (_, change, region) => {
  expect(regionOf(change)).toBe(region);
});
