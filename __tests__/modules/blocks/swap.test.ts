import { ApiTier } from "../../../modules/api/tier";
import { optionalTiers } from "../../../modules/network/contract";
import { NetworkTier } from "../../../modules/network/tier";
import { WebTier } from "../../../modules/web/tier";
import { all, type Block, type Written, written } from "../../support/module";
import { statements } from "../../support/statements";

const computes = ["ec2", "ecs", "lambda"] as const;
type Compute = (typeof computes)[number];
const pairs = computes.flatMap((one) =>
  computes.filter((other) => other !== one).map((other) => [one, other] as const),
);

const of = (made: (config: object) => Written): Record<Compute, Written> => ({
  ec2: made({}),
  ecs: made({ compute: "ecs", containerImage: "shop/it:1.4.2" }),
  lambda: made({ compute: "lambda", containerImage: "shop/it:1.4.2" }),
});
const tiers = {
  api: of((config) => written(ApiTier, { ...config })),
  web: of((config) => written(WebTier, { ...config }, { internalAuthority: "off" })),
};
const names = ["api", "web"] as const;

/** What customers may be led to once it stands. */
const serving = {
  ec2: "aws_autoscaling_group",
  ecs: "aws_ecs_service",
  lambda: "aws_lb_target_group_attachment",
} as const;

/** The only one of a type, with its address. */
function one(module: Written, type: string): readonly [address: string, block: Block] {
  const [first, ...others] = all(module, type);
  if (!first || others.length > 0) throw new Error(`The module has more than one ${type}.`);
  return [`${type}.${first[0]}`, first[1]];
}

/** What leads to the service: those who come by its name or from CloudFront, and those who ask for the region's health. */
const ways = {
  api: (module: Written) => all(module, "aws_lb_listener").filter(([, { port }]) => port === 443),
  web: (module: Written) => all(module, "aws_lb_listener_rule").filter(([, { priority }]) => priority < 100),
};
/** What makes its targets be asked for their health before anybody is led to them. */
const ready = {
  api: (module: Written) => all(module, "aws_lb_listener").filter(([, { port }]) => port !== 443),
  web: (module: Written) => all(module, "aws_lb_listener_rule").filter(([, { priority }]) => priority > 100),
};

describe.each(names)("%s, while something else takes the place of what it runs on", (tier) => {
  const modules = tiers[tier];

  it.each(computes)("leads nobody to %s before it serves", (compute) => {
    const [address] = one(modules[compute], serving[compute]);
    const leading = ways[tier](modules[compute]);
    expect(leading.length).toBeGreaterThan(0);
    for (const [, { depends_on }] of leading) expect(depends_on).toEqual([address]);
  });

  it.each(computes)("keeps %s until nobody is led there any more", (compute) => {
    const kept = [serving[compute], "aws_lb_target_group"].map((type) => one(modules[compute], type)[1]);
    for (const { lifecycle } of kept) expect(lifecycle).toMatchObject({ create_before_destroy: true });
  });

  it.each(pairs)("has %s beside %s: no address, name, rule or port is both's", (which, other) => {
    const [address, group] = one(modules[which], "aws_lb_target_group");
    const [otherAddress, otherGroup] = one(modules[other], "aws_lb_target_group");
    expect(address).not.toBe(otherAddress);
    expect(group.name).not.toBe(otherGroup.name);
    expect(modules[other].resource).not.toHaveProperty(serving[which]);
    const places = (compute: Compute) =>
      ready[tier](modules[compute]).flatMap(([id, { port, priority }]) => [id, port ?? priority]);
    expect(places(which).filter((place) => places(other).includes(place))).toEqual([]);
  });

  it("acts by one role, by which what served so far can go on acting", () => {
    const trusts = computes.map((compute) => statements(modules[compute], "role_trust"));
    for (const trust of trusts) expect(trust).toEqual(trusts[0]);
    expect(trusts[0]?.flatMap(({ principals }) => principals.flatMap(({ identifiers }: Block) => identifiers))).toEqual(
      ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com", "lambda.amazonaws.com"],
    );
  });
});

describe("targets that nobody is led to yet", () => {
  const network = written(NetworkTier, { cidr: "10.0.0.0/16" }, { optionalTiers: [...optionalTiers] });
  const admitting = (port: number) =>
    all(network, "aws_vpc_security_group_ingress_rule").filter(
      ([, { ip_protocol: protocol, from_port: from, to_port: to }]) =>
        protocol !== "tcp" || (from <= port && port <= to),
    );

  it.each(computes)("are asked for their health by a rule that no request to the pages meets, on %s", (compute) => {
    const [first] = ways.web(tiers.web[compute]);
    expect(ready.web(tiers.web[compute]).map(([, { condition, lifecycle }]) => [condition, lifecycle])).toEqual([
      [first?.[1].condition, { create_before_destroy: true }],
    ]);
  });

  it.each(["ec2", "ecs"] as const)(
    "are asked by a listener of the service that no group lets anybody in by, on %s",
    (compute) => {
      const [[, listener] = [], ...others] = ready.api(tiers.api[compute]);
      expect(listener).toMatchObject({
        protocol: "TLS",
        port: expect.any(Number),
        lifecycle: { create_before_destroy: true },
      });
      expect(others).toEqual([]);
      expect(admitting(443)).not.toEqual([]);
      expect(admitting(listener?.port)).toEqual([]);
    },
  );
});

describe("the load balancer before the service", () => {
  it.each([
    ["ec2", "lambda"],
    ["lambda", "ecs"],
  ] as const)(
    "stands beside the other kind when %s becomes %s, and no plan removes that one while it is protected",
    (which, other) => {
      const [address, before] = one(tiers.api[which], "aws_lb");
      const [otherAddress, after] = one(tiers.api[other], "aws_lb");
      expect([otherAddress, after.name]).not.toEqual([address, after.name]);
      expect(after.name).not.toBe(before.name);
      // It asks for what the other one carries.
      expect(before.tags).toEqual({ Name: before.name, DeletionProtection: "${tostring(var.deletion_protection)}" });
      expect(tiers.api[other].data.aws_lbs?.other_kind?.tags).toEqual({
        Name: before.name,
        DeletionProtection: "true",
      });
      expect(after.lifecycle.create_before_destroy).toBe(true);
      expect(after.lifecycle.precondition).toEqual([
        {
          condition: "${length(data.aws_lbs.other_kind.arns) == 0}",
          error_message: expect.stringContaining("deletionProtection: false"),
        },
      ]);
    },
  );

  it("leads the service's name to it once its listener leads to what serves", () => {
    for (const compute of computes) {
      const [listener] = ways.api(tiers.api[compute]);
      expect(tiers.api[compute].resource.aws_route53_record?.name?.depends_on).toEqual([
        `aws_lb_listener.${listener?.[0]}`,
      ]);
    }
  });
});
