import { decidedIn } from "../../../terraform/plan/decided";

const api = 'module.events.aws_apigatewayv2_domain_name.api["a"]';

/** What of it is configured, and what is unknown before it is made. */
const decided = decidedIn({
  configuration: {
    root_module: {
      module_calls: {
        events: {
          module: {
            resources: [
              {
                address: "aws_apigatewayv2_domain_name.api",
                expressions: {
                  domain_name: { references: ["var.domain"] },
                  domain_name_configuration: [{ certificate_arn: { references: ["aws_acm_certificate.api.arn"] } }],
                  tags: {},
                },
              },
            ],
          },
        },
      },
    },
  },
  resource_changes: [
    {
      address: api,
      change: {
        actions: ["create"],
        before: null,
        after: { endpoint_type: "REGIONAL" },
        after_unknown: {
          arn: true,
          domain_name_configuration: [{ certificate_arn: true, hosted_zone_id: true }],
          tags: true,
        },
      },
    },
  ],
});

it.each([
  ["an argument", ["domain_name"], { by: ["var.domain"], known: true, configured: true }],
  [
    "an argument of a block that another resource has first",
    ["domain_name_configuration", 0, "certificate_arn"],
    { by: ["aws_acm_certificate.api.arn"], known: false, configured: true },
  ],
  ["a part of an argument that only functions make", ["tags", "Name"], { by: [], known: false, configured: true }],
  ["a default", ["endpoint_type"], { by: [], known: true, configured: false }],
])("is decided: %s", (_, path, decision) => {
  expect(decided(api, path)).toEqual(decision);
});

it.each([
  ["an attribute", ["arn"]],
  ["an attribute of a block", ["domain_name_configuration", 0, "hosted_zone_id"]],
])("is left to AWS: %s", (_, path) => {
  expect(decided(api, path)).toBeUndefined();
});
