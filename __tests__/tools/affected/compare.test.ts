import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../../regions/environments";
import { compare } from "../../../tools/affected/compare";
import { affectedText } from "../../../tools/affected/text";
import { type SmallRoot, smallApp } from "./small-app";

const told = (before: Record<string, SmallRoot>, after: Record<string, SmallRoot>, verbose = false): string[] =>
  affectedText(compare(smallApp(before), smallApp(after)), verbose)
    .split("\n")
    .filter(Boolean);

const network: SmallRoot = {
  given: { cidr: "10.0.0.0/16", name_prefix: "${var.name_prefix}" },
  resource: {
    aws_eip: { nat_a: {}, nat_b: {} },
    aws_route_table: { app_a: { route: ["a"] }, app_b: { route: ["b"] } },
  },
  variable: { cidr: { type: "string", description: "IPv4 block." } },
};
const at = (root: SmallRoot) => ({ "prod/eu-west-1/network": root });

it("says nothing where nothing is written differently, whatever cdktf notes on itself", () => {
  expect(told(at(network), at(network))).toEqual([]);
});

it("counts what comes and goes, names what is changed, and says what arguments were and are", () => {
  const after: SmallRoot = {
    ...network,
    given: { ...network.given, cidr: "10.9.0.0/16" },
    resource: {
      aws_eip: { nat_a: {} },
      aws_route_table: { app_a: { route: ["a"] }, app_b: { route: ["a"] } },
      aws_vpc_endpoint: { kms: {}, logs: {} },
    },
  };
  const line =
    'prod eu-west-1 network: -1 aws_eip, +2 aws_vpc_endpoint, cidr "10.0.0.0/16" → "10.9.0.0/16", changed: aws_route_table.app_b';
  expect(told(at(network), at(after))).toEqual([line]);
  expect(told(at(network), at(after), true)).toEqual([
    line,
    "  - aws_eip.nat_b",
    "  + aws_vpc_endpoint.kms",
    "  + aws_vpc_endpoint.logs",
    "  ~ aws_route_table.app_b: route",
    '  ~ cidr: "10.0.0.0/16" → "10.9.0.0/16"',
  ]);
});

it("takes a moved resource for the same one", () => {
  const after: SmallRoot = {
    ...network,
    resource: { ...network.resource, aws_eip: { nat_a: {}, gateway_b: {} } },
    moved: [{ from: "aws_eip.nat_b", to: "aws_eip.gateway_b" }],
  };
  expect(told(at(network), at(after))).toEqual(["prod eu-west-1 network: moved: aws_eip.nat_b → aws_eip.gateway_b"]);
});

it("leaves out what only people read, and sees a default that is another one", () => {
  const [described, other] = [
    { ...network, variable: { cidr: { type: "string", description: "The block." } } },
    { ...network, variable: { cidr: { type: "string", description: "IPv4 block.", default: "10.0.0.0/16" } } },
  ] as const;
  expect(told(at(network), at(described))).toEqual([]);
  expect(told(at(network), at(other))).toEqual(["prod eu-west-1 network: changed: variable.cidr"]);
});

it("says the same change in several environments once, in the order of the environments' file", () => {
  const names = environments.map(({ name }) => name);
  const everywhere = (root: SmallRoot) =>
    Object.fromEntries([...names].reverse().map((name) => [`${name}/eu-west-1/network`, root]));
  expect(told(everywhere(network), everywhere({ ...network, given: { cidr: "10.0.0.0/16" } }))).toEqual([
    `${names.join(", ")} eu-west-1 network: name_prefix "\${var.name_prefix}" → null`,
  ]);
});

it("names what is new and what is gone: first what others wait for, and at last what waits for others", () => {
  const { resource } = network;
  const before = {
    "prod/eu-west-1/cache": { resource, dependencies: ["prod/eu-west-1/network"] },
    "prod/eu-west-1/network": network,
    "prod/eu-west-1/web": { resource, dependencies: ["prod/eu-west-1/cache"] },
  };
  const after = {
    "prod/eu-west-1/a-tier": { resource, dependencies: ["prod/eu-west-1/network"] },
    "prod/eu-west-1/network": { ...network, resource: {} },
  };
  expect(told(before, after)).toEqual([
    "prod eu-west-1 network: -2 aws_eip, -2 aws_route_table",
    "prod eu-west-1 a-tier: new root, 4 resources and data sources",
    "prod eu-west-1 web: root removed, 4 resources and data sources",
    "prod eu-west-1 cache: root removed, 4 resources and data sources",
  ]);
});

it("finds a root whose providers are locked to other packages", () => {
  const [before, after] = [smallApp(at(network)), smallApp(at(network))];
  const lock = (out: string, hash: string) =>
    writeFileSync(
      join(out, "stacks/prod-eu-west-1-network/.terraform.lock.hcl"),
      `provider "aws" {\n  hashes = ["${hash}"]\n}\n`,
    );
  lock(before, "h1:a=");
  lock(after, "h1:b=");
  expect(affectedText(compare(before, after), false)).toContain("network: changed: lock file");
});
