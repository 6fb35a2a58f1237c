import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareStates } from "../../../dr/parity/compare-states";
import type { Place } from "../../../dr/parity/place";
import { decidedIn } from "../../../terraform/decided";
import { childEnvironment } from "../../../terraform/process/child-environment";
import { TerraformRoot } from "../../../terraform/root";
import { resourcesIn } from "../../../terraform/shown-state";
import { toolchain } from "../../../terraform/toolchain";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { startLocalAws } from "../../../tools/local-aws/local-aws";
import { writeRoots } from "./small-region";

const account = "123456789012";
const lost: Place = {
  region: "eu-west-1",
  namePrefix: "dev-eu-west-1",
  cidr: "10.0.0.0/16",
  zones: { a: "eu-west-1a", b: "eu-west-1b" },
  account,
};
const elsewhere: Place = {
  region: "eu-central-1",
  namePrefix: "run7",
  cidr: "10.1.0.0/16",
  zones: { a: "eu-central-1c", b: "eu-central-1a" },
  account,
};

jest.setTimeout(120_000);
const { signal } = new AbortController();
const folder = mkdtempSync(join(tmpdir(), "states-"));
let local: GatedAws;

const root = (name: string) =>
  new TerraformRoot(join(folder, name), {
    terraform: toolchain().terraform,
    environment: childEnvironment(local.environment),
    logFolder: join(folder, "logs"),
  });

const inputs = ({ region, namePrefix, cidr, zones }: Place) => ({
  region,
  name_prefix: namePrefix,
  cidr,
  zone_a: zones.a ?? "",
  zone_b: zones.b ?? "",
  retention: "90",
  password: "correct-horse",
});
const only = (one: TerraformRoot, all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => one.declares(name)));

async function apply(name: string, all: Record<string, string>): Promise<{ plan: unknown; state: unknown }> {
  const one = root(name);
  await one.init(signal);
  const plan = await one.plan(signal, only(one, all));
  const shown = await one.show(signal, plan);
  await one.apply(signal, plan);
  return { plan: shown, state: await one.show(signal) };
}

beforeAll(async () => {
  writeRoots(folder);
  local = await startLocalAws();
}, 60_000);
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("agrees", async () => {
  const network = await apply("network", inputs(lost));
  const outputs = await root("network").outputs(signal);
  const [services, recovery] = await Promise.all([
    apply("services", { ...inputs(lost), group_id: String(outputs.group_id) }),
    apply("recovery", inputs(elsewhere)),
  ]);
  writeFileSync("/tmp/parity-states/small.json", JSON.stringify({ network, services, recovery }));
  const source = [...resourcesIn(network.state), ...resourcesIn(services.state)];
  const result = compareStates(
    { resources: source, place: lost },
    { resources: resourcesIn(recovery.state), place: elsewhere },
    { decided: decidedIn(recovery.plan), declared: [] },
  );
  expect(result).toEqual([]);
});
