import { ApiTier } from "../../../modules/api/tier";
import { type EndpointTier, endpointTiers } from "../../../modules/blocks/endpoints/contract";
import { CacheTier } from "../../../modules/cache/tier";
import { EventsTier } from "../../../modules/events/tier";
import { IdentityTier } from "../../../modules/identity/tier";
import { WebTier } from "../../../modules/web/tier";
import { type Block, type Written, written } from "../../support/module";
import { statements } from "../../support/statements";

const given = { endpointTiers: [...endpointTiers], internalAuthority: "off" };
const image = "shop/any:1";
const events = written(EventsTier, {}, { authorizer: "iam" });
const tellers: Readonly<Record<EndpointTier, Written>> = {
  cache: written(CacheTier),
  events,
  identity: written(IdentityTier),
};
const told = ({ resource }: Written): Block => resource.aws_ssm_parameter?.endpoint as Block;

/** What the code of a service is given, whatever it runs on. */
const environments: [what: string, read: (module: Written) => string, config: object][] = [
  ["instances", ({ locals }) => locals.fleet_user_data ?? "", { workload: "container", containerImage: image }],
  [
    "tasks",
    ({ resource }) => JSON.stringify(resource.aws_ecs_task_definition),
    { compute: "ecs", containerImage: image },
  ],
  [
    "a function",
    ({ resource }) => JSON.stringify(resource.aws_lambda_function),
    { compute: "lambda", containerImage: image },
  ],
];

describe.each(environments)("a service on %s", (_, read, config) => {
  const service = written(ApiTier, { ...config }, given);

  it.each(endpointTiers)("is told the parameter that the %s tier writes, and may read it", (tier) => {
    const { name } = told(tellers[tier]);
    expect(name).toBe(`/shop/\${var.name_prefix}/${tier}`);
    const text = read(service);
    expect(text).toContain(`${tier.toUpperCase()}_PARAMETER`);
    expect(text).toContain(name);
    const [reading] = statements(service, "role_permissions").filter(({ sid }) => sid === "ReadEndpoints");
    expect(reading?.actions).toEqual(["ssm:GetParameter"]);
    expect(reading?.resources).toContainEqual(expect.stringMatching(new RegExp(`:parameter/shop/.*/${tier}$`)));
  });
});

it("tells a service nothing of tiers that the region has not", () => {
  const service = written(ApiTier, {}, { endpointTiers: [] });
  expect(JSON.stringify(service)).not.toMatch(/_PARAMETER=|ReadEndpoints/);
});

it("tells the addresses that AWS makes up, and nothing secret", () => {
  expect(told(tellers.cache).value).toContain("aws_elasticache_replication_group.nodes.primary_endpoint_address");
  expect(told(tellers.events).value).toContain("aws_sqs_queue.queue.url");
  expect(told(tellers.identity).value).toContain("aws_cognito_user_pool_client.browser.id");
});

it("lets the api's role post events, and not the pages'", () => {
  const by = (module: Written) => statements(module, "posting").flatMap(({ actions }) => actions);
  expect(by(events).sort()).toEqual(["execute-api:Invoke", "kms:Decrypt", "kms:GenerateDataKey", "sqs:SendMessage"]);
  // Where customers post by their tokens, IAM lets nobody in.
  expect(by(written(EventsTier, {}, { authorizer: "jwt" }))).not.toContain("execute-api:Invoke");
  expect(events.resource.aws_iam_role_policy?.api_posts?.role).toBe("${basename(var.api_role_arn)}");
  const pages = written(WebTier, {}, given);
  expect(JSON.stringify(pages.data)).not.toMatch(/sqs:SendMessage|execute-api:Invoke/);
});
