import { type Aws, connect } from "../../../dr/aws";
import type { Item } from "../../../dr/inventory/item";
import type { Reader } from "../../../dr/inventory/reader";
import { buckets } from "../../../dr/inventory/readers/buckets";
import { read, takeInventory } from "../../../dr/inventory/take";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makeNetwork } from "./network";

let local: GatedAws;
let aws: Aws;
let made: Awaited<ReturnType<typeof makeNetwork>>;
let items: Item[];
const item = (type: string, id: string | undefined) => items.find((one) => one.type === type && one.id === id);

beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
  made = await makeNetwork(aws);
  items = await takeInventory(aws);
});
afterAll(() => local.stop());

describe("the inventory of a network", () => {
  it("tells a VPC's block and DNS", () => {
    expect(item("aws_vpc", made.vpc)?.settings).toMatchObject({
      cidrBlocks: ["10.7.0.0/16"],
      enableDnsHostnames: true,
      enableDnsSupport: true,
    });
  });

  it("tells a subnet's zone, block, and whether it is public", () => {
    const [first, second] = made.subnets;
    const settings = { vpc: made.vpc, availabilityZone: "eu-west-1a", cidrBlock: "10.7.0.0/24" };
    expect(item("aws_subnet", first)?.settings).toMatchObject({ ...settings, mapPublicIpOnLaunch: true });
    expect(item("aws_subnet", second)?.settings).toMatchObject({ mapPublicIpOnLaunch: false });
  });

  it("tells a route table's routes and subnets", () => {
    expect(item("aws_route_table", made.routeTable)?.settings).toEqual({
      vpc: made.vpc,
      main: false,
      subnets: [made.subnets[0]],
      routes: [
        { destination: "10.7.0.0/16", target: "local", state: "active" },
        { destination: "0.0.0.0/0", target: made.gateway, state: "active" },
      ],
    });
  });

  it("tells a network ACL's entries", () => {
    expect(item("aws_network_acl", made.acl)?.settings.entries).toContainEqual({
      egress: false,
      ruleNumber: 100,
      ruleAction: "allow",
      protocol: "6",
      ports: "5432-5432",
      cidrBlock: "10.7.0.0/24",
    });
  });

  it("tells a security group's rules one by one, with the names of prefix lists", () => {
    const rule = { protocol: "tcp", fromPort: 443, toPort: 443 };
    const group = item("aws_security_group", made.group);
    expect(group?.name).toBe("api");
    expect(group?.settings.ingress).toEqual([
      { ...rule, peer: "10.7.0.0/24", description: "one" },
      { ...rule, peer: "10.7.1.0/24" },
    ]);
    expect(group?.settings.egress).toContainEqual({ ...rule, peer: "com.amazonaws.eu-west-1.s3" });
  });

  it("says that a VPC's default group, ACL and main route table were made for it", () => {
    const owned = items.filter(({ ownedBy }) => ownedBy === `aws_vpc ${made.vpc}`).map(({ type }) => type);
    expect(owned.sort()).toEqual(["aws_network_acl", "aws_route_table", "aws_security_group"]);
  });

  it("reads a region without a call to another one", async () => {
    const since = Date.now();
    await takeInventory(connect(local.environment, "eu-central-1"));
    const regions = local.calls({ since }).map(({ region }) => region);
    expect(new Set(regions)).toEqual(new Set(["eu-central-1"]));
  });

  it("says at once which services cannot be asked, where, and why, each reason once", async () => {
    const reader = (service: string, why: string): Reader => ({ service, list: () => Promise.reject(new Error(why)) });
    const silent = [reader("ECS", "the local AWS does not implement ecs ListClusters"), reader("SQS", "no route")];
    await expect(read(aws, [...silent, buckets, reader("SNS", "no route")])).rejects.toThrow(
      /^ECS in eu-west-1: what is there cannot be asked: Error: the local AWS .*ListClusters\nSQS, SNS in eu-west-1: .*no route$/,
    );
  });
});
