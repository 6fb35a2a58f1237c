import { join } from "node:path";
import pLimit from "p-limit";
import { connect } from "../../dr/aws";
import { takeGlobalInventory, takeInventory } from "../../dr/inventory/take";
import { proveEmptyPlan } from "../../dr/roots";
import { describeLeftover, sweep } from "../../dr/sweep/sweep";
import { environments } from "../../regions/environments";
import { ephemeralVariables } from "../../terraform/make-ephemeral";
import { inOrder, reversed } from "../../terraform/order";
import { childEnvironment } from "../../terraform/process/child-environment";
import { TerraformRoot } from "../../terraform/root";
import { toolchain } from "../../terraform/toolchain";
import { startLocalAws } from "../../tools/local-aws/local-aws";
import { removeCopies } from "../app/project";
import { statePlace } from "./before";
import { Project, recovery, rootsOf, target, withUpstream } from "./project";
import { type AppliedIn, alternatives, appliedIn } from "./table";

jest.setTimeout(1_800_000);
afterAll(removeCopies);

const { signal } = new AbortController();
const two = pLimit(2);
const dev = environments.find(({ name }) => name === "dev");
const inUse = [...new Set(alternatives.flatMap(({ proof }) => (typeof proof === "string" ? [proof] : [])))];

// Each in a local AWS of its own, because both rebuild the same region. They mostly wait, so both at once.
it.concurrent.each(inUse)("applies what the %s has, plans nothing more, and destroys it", async (which: AppliedIn) => {
  if (!dev) throw new Error("There is no environment dev.");
  const some = appliedIn(which);
  const { out, roots } = await new Project().synth(some);
  const local = await startLocalAws({ account: dev.account });
  try {
    const aws = (region: string) => connect(local.environment, region);
    await Promise.all(dev.regions.map(({ name }) => statePlace(aws(name), dev.account)));
    const inventory = async () => [...(await takeInventory(aws(target))), ...(await takeGlobalInventory(aws(target)))];
    const before = await inventory();

    const wanted = withUpstream(roots, [recovery, ...some.flatMap(rootsOf)]);
    const environment = childEnvironment(local.environment);
    const { terraform } = toolchain();
    const root = (id: string) =>
      new TerraformRoot(join(out, "stacks", id), { terraform, environment, logFolder: join(out, "logs") });
    await inOrder(wanted, 4, async ({ id }) => {
      const one = root(id);
      await one.init(signal);
      await one.apply(signal, await one.plan(signal, ephemeralVariables(one)));
    });
    await Promise.all(
      wanted.map(({ id }) => two(() => proveEmptyPlan(root(id), signal, ephemeralVariables(root(id))))),
    );
    await inOrder(reversed(wanted), 4, ({ id }) => root(id).destroy(signal, ephemeralVariables(root(id))));

    expect(sweep(before, await inventory()).left.map((item) => describeLeftover(target, item))).toEqual([]);
  } finally {
    await local.stop();
  }
});
