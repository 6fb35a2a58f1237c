import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { projectRoot } from "../../terraform/project-root";
import { differences } from "../../tools/lanes/differences";
import { findLane, lanes, lanesFolder } from "../../tools/lanes/lanes";

interface Locked {
  readonly version: string;
  readonly name?: string;
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), "utf8"));
const named = (lane: string) =>
  json<{ dependencies: Record<string, string> }>(lanesFolder, lane, "package.json").dependencies;
const locked = (lane: string) =>
  json<{ packages: Record<string, Locked> }>(lanesFolder, lane, "package-lock.json").packages;
const own = json<{ dependencies: Record<string, string> }>(projectRoot, "package.json").dependencies;

it("has a lane for AWS provider 6, and one for cdktn", () => {
  expect(lanes).toEqual(["cdktn", "provider-6"]);
});

it.each(lanes)("%s: pins each package by version and hash, whichever registry it comes from", (lane) => {
  const { "": project, ...packages } = locked(lane);
  expect(project?.dependencies).toEqual(named(lane));
  for (const [name, range] of Object.entries(named(lane))) {
    const { version, name: real = name } = packages[`node_modules/${name}`] ?? {};
    expect([version, `npm:${real}@${version}`]).toContain(range);
  }
  const open = Object.entries(packages).filter(([, { integrity, inBundle }]) => !inBundle && !integrity);
  expect(open).toEqual([]);
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});

it.each(lanes)("%s: has every other package as the project has it", (lane) => {
  const shared = Object.entries(own).filter(([name]) => !["@cdktf/provider-aws", "cdktf", "esbuild"].includes(name));
  expect(named(lane)).toMatchObject(Object.fromEntries(shared));
});

it("fails for a lane that there is not", () => {
  expect(() => findLane("cdktm")).toThrow(
    new UserError('"cdktm" is not a known lane. Did you mean "cdktn"? Known: cdktn, provider-6.'),
  );
});

describe("what differs", () => {
  const root = (version: string, region = "eu-west-1") =>
    JSON.stringify({ provider: { region }, terraform: { required_providers: { aws: { source: "aws", version } } } });
  const kept = new Map([
    ["modules/web.tf.json", '{"a":1}'],
    ["roots/web.tf.json", root("5.100.0")],
  ]);
  const made = (path: string, text: string) => differences(kept, new Map([...kept, [path, text]]));

  it("is a module by one byte", () => {
    expect(made("modules/web.tf.json", '{"a": 1}')).toEqual(["modules/web.tf.json"]);
  });

  it("is a root by anything but its AWS provider", () => {
    expect(made("roots/web.tf.json", root("6.25.0"))).toEqual([]);
    expect(made("roots/web.tf.json", root("6.25.0", "eu-west-2"))).toEqual(["roots/web.tf.json"]);
  });

  it("is a file that only one of them has", () => {
    expect(made("modules/api.tf.json", "{}")).toEqual(["modules/api.tf.json"]);
    expect(differences(kept, new Map())).toEqual([...kept.keys()]);
  });
});
