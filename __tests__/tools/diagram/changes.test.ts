import { environments } from "../../../regions/environments";
import { contracts, tiers } from "../../../regions/wiring/tiers";
import { changedIn, tell } from "../../../tools/diagram/estate/changed";
import { type Changes, changesBetween } from "../../../tools/diagram/estate/changes";
import { readEstate } from "../../../tools/diagram/estate/estate";
import { componentOf } from "../../../tools/diagram/estate/find";
import type { ComponentId } from "../../../tools/diagram/kinds/components";
import { isTouched, picturesOf } from "../../../tools/diagram/pictures";
import { typesOf } from "../../../tools/diagram/result";
import { fates } from "../../../tools/diagram/views/recovery/lost";
import { partsOf } from "../../../tools/diagram/views/recovery/parts";
import { tierWaves } from "../../../tools/diagram/views/recovery/waves";
import { synthesized } from "../../support/synthesized";
import { type SmallRoot, smallApp } from "../affected/small-app";
import { problemsOf } from "./geometry";

const [{ name } = { name: "" }] = environments;

const told = (before: SmallRoot, after: SmallRoot): string[] => {
  const [old, now] = [before, after].map((root) => smallApp({ "prod/eu-west-1/web": root }));
  const changes = changesBetween({ folder: old ?? "", ref: "main" }, now ?? "");
  return changedIn(readEstate(now ?? "", "prod", changes)).map((one) => tell(one));
};

it("says of each component what was added, changed and removed", () => {
  const before = { resource: { aws_lb: { entrance: {} }, aws_autoscaling_group: { fleet: { max_size: 6 } } } };
  const after = {
    resource: { aws_autoscaling_group: { fleet: { max_size: 9 } }, aws_wafv2_web_acl: { firewall: {} } },
  };
  expect(told(before, after)).toEqual([
    "added: WAF in eu-west-1 (+ aws_wafv2_web_acl.firewall)",
    "removed: Load balancer of the web tier in eu-west-1 (- aws_lb.entrance)",
    "changed: Web tier in eu-west-1 (~ aws_autoscaling_group.fleet)",
  ]);
  expect(told(before, before)).toEqual([]);
});

it("takes what uses a changed argument of its module for changed, and nothing else", () => {
  const resource = {
    aws_autoscaling_group: { fleet: { max_size: "${var.max}" } },
    aws_lb: { entrance: { name: "${var.max_name}" } },
  };
  expect(told({ resource, given: { max: 6 } }, { resource, given: { max: 9 } })).toEqual([
    "changed: Web tier in eu-west-1 (~ aws_autoscaling_group.fleet)",
  ]);
});

it("shows what was added, changed and removed in colour and in words, with no label over another", () => {
  const of: Changes["of"] = ({ address }) =>
    /nat_b|nat_gateway/.test(address)
      ? "removed"
      : /web\./.test(address)
        ? "changed"
        : /module\.api\./.test(address)
          ? "added"
          : "same";
  const estate = readEstate(synthesized(), name, { before: { folder: synthesized(), ref: "main" }, of });
  for (const { scene } of picturesOf(estate)) {
    expect(problemsOf(scene)).toEqual([]);
    expect(scene.texts.map(({ text }) => text)).toContain("Changes since main");
  }
  const region = picturesOf(estate, ["region"])[0]?.scene;
  for (const word of ["added", "changed", "removed"] as const) {
    expect(region?.texts.filter(({ text, tone }) => text === word && tone === word)).not.toEqual([]);
    expect(region?.icons.filter(({ change }) => change === word)).not.toEqual([]);
  }
});

it("colours every component that changes in a picture at least, with no label over another", () => {
  const estate = readEstate(synthesized(), name);
  const changing = (id: ComponentId | undefined) =>
    estate.resources.map((one) => (componentOf(one) === id ? { ...one, change: "changed" as const } : one));
  const ids = new Set(estate.resources.map(componentOf).filter((id) => id !== undefined));
  const problems: string[] = [];
  const unseen = [...ids].filter((id) => {
    const pictures = picturesOf({ ...estate, resources: changing(id) });
    problems.push(...pictures.flatMap(({ name, scene }) => problemsOf(scene).map((one) => `${id}, ${name}: ${one}`)));
    return !pictures.some(isTouched);
  });
  expect(problems).toEqual([]);
  expect(ids.size).toBeGreaterThan(20);
  expect(unseen).toEqual([]);
  expect(picturesOf(estate).some(isTouched)).toBe(false);
});

it("tells of a type of resource that nobody has decided on, and why others are left out", () => {
  const out = smallApp({
    "prod/eu-west-1/web": { resource: { aws_new_thing: { one: {} }, aws_iam_role: { role: {} } } },
  });
  expect(typesOf([readEstate(out, "prod")])).toEqual([
    { type: "aws_iam_role", tier: "web", is: "left out", in: null, because: expect.stringContaining("drawn") },
    { type: "aws_new_thing", tier: "web", is: "undecided", in: null, because: null },
  ]);
});

it("draws every tier that a recovery makes", () => {
  const estate = readEstate(synthesized(), name);
  for (const recovery of estate.recoveries)
    expect(recovery.tiers.filter((tier) => partsOf(estate, recovery.lost, tier).length === 0)).toEqual([]);
});

it("puts a tier after all that its module reads", () => {
  const calls = { web: { id: "${module.network.id}" }, network: { key: "${module.security.key}" }, security: {} };
  const recovery = { lost: "", target: "", root: "", tiers: Object.keys(calls), calls };
  expect(tierWaves(recovery)).toEqual([["security"], ["network"], ["web"]]);
});

it("says of the data of every tier of a live region whether it is lost with the region", () => {
  const keeping = contracts.filter((one) => one.stores !== undefined && one.name in tiers.live).map((one) => one.name);
  expect(fates.map(({ tier }) => tier).sort()).toEqual(keeping.sort());
});
