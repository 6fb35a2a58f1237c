import { Construct } from "constructs";
import type { Placed, Tier } from "../../../modules/core/contract";
import { reads, readsAs, readsIfThere } from "../../../modules/core/reads";
import { identityContract } from "../../../modules/identity/contract";
import { networkContract } from "../../../modules/network/contract";
import { securityContract } from "../../../modules/security/contract";
import type { webContract } from "../../../modules/web/contract";
import { type Difference, defineRegion } from "../../../regions/schema/region-schema";
import { refusal } from "../../support/refusal";

// `npx tsc -p .` fails where a line after "@ts-expect-error" compiles.

const live = { name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" } } as const;

describe("a region file is refused by the type checker, and by synth,", () => {
  it.each([
    [
      "with an unknown region",
      // @ts-expect-error
      () => defineRegion({ ...live, name: "eu-west-9" }),
    ],
    [
      "with an unknown tier",
      // @ts-expect-error
      () => defineRegion({ ...live, databse: {} }),
    ],
    [
      "with a tier of another role",
      // @ts-expect-error
      () => defineRegion({ name: "eu-central-1", role: "standby", network: live.network }),
    ],
    [
      "without a tier that has no default",
      // @ts-expect-error
      () => defineRegion({ name: "eu-west-1", role: "live" }),
    ],
    [
      "without a setting that has no default",
      // @ts-expect-error
      () => defineRegion({ ...live, network: { natGateways: "one" } }),
    ],
    [
      "with an unknown setting",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { colour: "red" } }),
    ],
    [
      "with a setting of the wrong type",
      // @ts-expect-error
      () => defineRegion({ ...live, database: { readerCount: "2" } }),
    ],
    [
      "with a value that is no choice",
      // @ts-expect-error
      () => defineRegion({ ...live, network: { ...live.network, natGateways: "two" } }),
    ],
    [
      "with an unknown variant",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { workload: "lambda" } }),
    ],
    [
      "with a variant without its setting",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { workload: "ami" } }),
    ],
    [
      "with a variant's setting of the wrong type",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { workload: "ami", imageParameter: 3 } }),
    ],
    [
      "with a setting of another variant",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { workload: "ami", imageParameter: "/image", containerImage: "shop:1" } }),
    ],
    [
      "with an instance type of a function",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { compute: "lambda", containerImage: "shop:1", instanceTypes: ["a", "b"] } }),
    ],
    [
      "with containers that have no image",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { compute: "ecs" } }),
    ],
    [
      "with the workload of instances where there are none",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { compute: "ecs", containerImage: "shop:1", workload: "container" } }),
    ],
    [
      "with a variant's setting where none is chosen",
      // @ts-expect-error
      () => defineRegion({ ...live, api: { imageParameter: "/image" } }),
    ],
  ])("%s", (_, declare) => {
    expect(refusal(declare)).toMatch(/^(regions[/].*[.]ts|the region file with name: "eu-west-9") has /);
  });
});

it("takes a region file with what has no default, and a variant with its own setting", () => {
  const { api } = defineRegion({ ...live, api: { workload: "ami", imageParameter: "/shop/api/image" } });
  expect(api.compute === "ec2" && api.workload === "ami" && api.imageParameter).toBe("/shop/api/image");
  // @ts-expect-error
  expect(api.containerImage).toBeUndefined();
});

it("lets an environment change single settings, no others", () => {
  const one: Difference = { network: { natGateways: "one" }, api: { imageParameter: "/shop/api/image" } };
  // @ts-expect-error
  const another: Difference = { api: { colour: "red" } };
  // @ts-expect-error
  const third: Difference = { api: { imageParameter: 3 } };
  expect([one, another, third]).toHaveLength(3);
});

it("reads what another tier promises, under its own name or another one, and nothing else", () => {
  const read = () => [
    reads(networkContract, "dataSubnetIds", "databaseGroupId"),
    readsAs(securityContract, { topicArn: "alertTopicArn" }),
    // @ts-expect-error
    reads(networkContract, "alertTopicArn"),
    // @ts-expect-error
    readsAs(securityContract, { topicArn: "dataSubnetIds" }),
    // @ts-expect-error
    readsIfThere(identityContract, { tokenIssuer: "vpcId" }),
    // @ts-expect-error
    reads({ ...networkContract, scope: "planet" }, "vpcId"),
  ];
  expect(read).toThrow();
});

it("wants of the wiring every need that a tier reads of nobody, each of its type", () => {
  type Web = Placed<typeof webContract>;
  const wire = (placed: Web) => [
    // @ts-expect-error
    { ...placed, domain: undefined } satisfies Web,
    // @ts-expect-error
    { ...placed, domain: ["a", "list"] } satisfies Web,
    // @ts-expect-error
    { ...placed, alertTopicArn: "read, not given" } satisfies Web,
    // @ts-expect-error
    { ...placed, colour: "red" } satisfies Web,
  ];
  expect(wire).toHaveLength(1);
});

it("wants every output of a contract from the class that fulfils it", () => {
  class Nothing extends Construct {
    static readonly contract = networkContract;
  }
  // @ts-expect-error
  const tier: Tier<typeof networkContract> = Nothing;
  expect(tier).toBe(Nothing);
});
