import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultEndpoints, networkContract } from "../../modules/network/contract";
import { environments } from "../../regions/environments";
import { differing } from "../../regions/schema/differences";
import { liveRegions } from "../../regions/schema/environment";
import { givenOf } from "../../regions/schema/given";
import { defineRegion } from "../../regions/schema/region-schema";
import { placeOf, stackId } from "../../regions/wiring/location";
import { tiersOf } from "../../regions/wiring/tiers";
import { projectRoot } from "../../terraform/project-root";
import { rootFolder } from "../../terraform/synthesized";
import { effective, type Setting } from "../../tools/settings/effective";
import { synthesized } from "../support/synthesized";

const out = synthesized();
const all = environments.flatMap((environment) =>
  environment.regions.flatMap((region) =>
    Object.values(tiersOf(region.role))
      .filter(({ name }) => Object({ ...region })[name] !== undefined)
      .map((contract) => {
        const id = stackId(environment.name, placeOf(contract.scope, region.name), contract.name);
        return { environment, region, contract, id, its: effective({ environment, region, out }, contract) };
      }),
  ),
);
const from = (wanted: Setting["from"]) =>
  all.flatMap((one) => one.its.filter((its) => its.from === wanted).map((its) => ({ ...one, ...its })));

it("finds settings of every tier of every region, each once and described", () => {
  expect(all.length).toBeGreaterThan(environments.length);
  for (const { its } of all) {
    expect([...new Set(its.map(({ name }) => name))]).toHaveLength(its.length);
    expect(its.filter(({ description }) => description === "")).toEqual([]);
  }
});

it("calls a default what the contract says, and names the file that says anything else", () => {
  const [defaults, inFile, wiring] = [from("default"), from("region file"), from("wiring")];
  for (const list of [defaults, inFile, wiring]) expect(list.length).toBeGreaterThan(0);
  for (const { value, default: byContract } of defaults) expect(value).toEqual(byContract);
  const folder = join(projectRoot, "regions");
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const said = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  for (const { name } of [...inFile, ...from("environment")]) expect(said).toMatch(new RegExp(`\\b${name}\\b`));
  const places = [defaults, inFile, wiring, from("environment")].flat().map(({ where }) => where.split(",")[0] ?? "");
  expect([...new Set(places)].filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});

it("shows the values that the roots give their modules", () => {
  for (const { id, contract, its } of all) {
    const call = JSON.parse(readFileSync(join(rootFolder(out, id), "cdk.tf.json"), "utf8")).module[contract.name];
    const shown = its.map(({ value }) => JSON.stringify(value));
    const literals = Object.entries(call).filter(
      ([name, value]) => name !== "//" && name !== "source" && !JSON.stringify(value).includes("${"),
    );
    expect(literals.filter(([, value]) => !shown.includes(JSON.stringify(value)))).toEqual([]);
  }
});

it("knows what a region's file says and what an environment says instead, but for what another variant drops", () => {
  const region = defineRegion({
    name: "eu-west-1",
    role: "live",
    network: { cidr: "10.9.0.0/16" },
    database: { minCapacityUnits: 2, maxCapacityUnits: 8, logRetentionDays: 30 },
  });
  const instead = { database: { engine: "rds" }, network: { natGateways: "one" } };
  expect(givenOf(differing("a test", region, instead))).toMatchObject({
    inFile: { network: { cidr: "10.9.0.0/16" }, database: { logRetentionDays: 30 } },
    inEnvironment: instead,
  });
  expect(Object.keys(givenOf(differing("a test", region, instead)).inFile.database ?? {})).toEqual([
    "logRetentionDays",
  ]);
});

it("says what a list leaves out of the default that it replaces, and of no other one", () => {
  const [environment] = environments;
  const [live] = environment ? liveRegions(environment) : [];
  if (!environment || !live) throw new Error("There is no live region.");
  const endpoints = (interfaceEndpoints: readonly string[]) => {
    const region = differing("a test", live, { network: { interfaceEndpoints } });
    return effective({ environment, region, out }, networkContract).find(({ name }) => name === "interfaceEndpoints");
  };
  const [first, ...others] = defaultEndpoints;
  expect(endpoints(["sqs", first])?.leftOut).toEqual(others);
  expect(endpoints(["sqs", ...defaultEndpoints])).not.toHaveProperty("leftOut");
});
