import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../dr/aws";
import { takeGlobalInventory, takeInventory } from "../../dr/inventory/take";
import { proveEmptyPlan } from "../../dr/stand-up";
import { describeLeftover, sweep } from "../../dr/sweep/sweep";
import { edgeContract } from "../../modules/edge/contract";
import { stateBucketName, stateContract } from "../../modules/state/contract";
import { globalRegion } from "../../regions/schema/aws-regions";
import { drilled } from "../../regions/schema/environment";
import { childEnvironment } from "../../terraform/process/environments";
import { TerraformRoot } from "../../terraform/root";
import { toolchain } from "../../terraform/toolchain";
import { checkov } from "../../tools/checkov/checkov";
import { excepts, judge } from "../../tools/checkov/exception";
import { exceptions, exceptionsOfAlternatives } from "../../tools/checkov/exceptions";
import { sendSwitch } from "../../tools/fence/send-switch";
import { startLocalAws } from "../../tools/local-aws/local-aws";
import { need } from "../dr/support/need";
import { environments } from "../example/regions/environments";
import { checkedOnInit } from "../support/checked-on-init";
import { makeStates } from "./before";
import { whereLed } from "./led";
import { notKnownToBeNeeded } from "./needed";
import { writeOneRoot } from "./one-root";
import { everySecret, holders, shows } from "./secrets";
import { rootsOf, synthesizedAs, target, withUpstream } from "./synthesized";
import { appliedIn, appliedRoots } from "./table";
import { plansOfValidatedOnly } from "./validated-only";

jest.setTimeout(1_800_000);

const { signal } = new AbortController();
const folder = mkdtempSync(join(tmpdir(), "applied-"));
const plans = join(folder, "plans");
mkdirSync(plans);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All compositions are like the environment that is drilled. */
const { stateRegion } = need(environments.find(({ name }) => name === drilled));

const knowsOrigins =
  /^module\.(web|edge)-\S+ (data aws_secretsmanager_secret_version|managed aws_(lb_listener_rule|cloudfront_distribution))$/;

// Each in a local AWS of its own, because both rebuild the same region. They mostly wait, so both at once.
it.concurrent.each(appliedRoots)("applies what the %s has, plans nothing more, and destroys it", async (which) => {
  const { environment, account, recovery, roots } = synthesizedAs(which);
  const states = { bucket: stateBucketName({ account }, globalRegion), region: globalRegion };
  const wanted = [recovery, ...appliedIn(which).flatMap((one) => rootsOf(environment, one))];
  // Its state is in a bucket of this test's, so it waits for none of the platform's.
  const upstream = withUpstream(roots, wanted).filter(({ tiers }) => !tiers.includes(stateContract.name));
  writeOneRoot(upstream, join(folder, which), states);
  const local = await startLocalAws({ account });
  try {
    const aws = (region: string) => connect(local.environment, region);
    await makeStates(aws, account);
    const inventory = async () => [...(await takeInventory(aws(target))), ...(await takeGlobalInventory(aws(target)))];
    const before = await inventory();

    const root = new TerraformRoot(join(folder, which), {
      terraform: toolchain().terraform,
      environment: childEnvironment({ ...local.environment, TF_CLI_CONFIG_FILE: checkedOnInit() }),
      logFolder: join(folder, "logs"),
    });
    await root.init(signal);
    const plan = await root.plan(signal);
    writeFileSync(join(plans, `${which}.json`), JSON.stringify(await root.show(signal, plan)));
    await root.apply(signal, plan);
    await proveEmptyPlan(root, signal);
    if (upstream.some(({ tiers }) => tiers.includes(edgeContract.name))) {
      const led = () => whereLed(aws(globalRegion), local.nameServer ?? "");
      expect(await led()).toEqual(["closed.origin", "closed.origin"]);
      await sendSwitch(aws(stateRegion).cloudwatch, { which: "opening", region: target, on: true });
      expect(await led()).toEqual([`origin.${target}`, `${target}.events`]);
    }
    const secrets = await everySecret(environments.flatMap(({ regions }) => regions.map(({ name }) => aws(name))));
    const held = await holders(aws(states.region), { Bucket: states.bucket, Key: "all.tfstate" }, secrets);
    await root.destroy(signal);

    expect(shows(readFileSync(join(folder, "logs", `${which}.log`), "utf8"), secrets)).toBe(false);
    // The listener and CloudFront have to be told the origin secrets, and so their states have them.
    expect(held).toContain(`module.web-${target} managed aws_lb_listener_rule`);
    expect(held.filter((holder) => !knowsOrigins.test(holder))).toEqual([]);
    expect(sweep(before, await inventory()).left.map((item) => describeLeftover(target, item))).toEqual([]);
    expect(await notKnownToBeNeeded(which, local.calls())).toEqual([]);
  } finally {
    await local.stop();
  }
});

it("fails no check of checkov that is not excepted for a reason and until a day, and excepts nothing without need", async () => {
  const others = await plansOfValidatedOnly(join(folder, "validated only"));
  for (const file of readdirSync(others)) renameSync(join(others, file), join(plans, file));
  const { findings, passed } = await checkov(plans);
  expect(passed).toBeGreaterThan(1_000);
  // A tier's module is called by its name and its region, or its environment, here.
  const named = findings.map((one) => ({
    ...one,
    resource: one.resource.replace(/^(module\.[a-z]+)-[a-z0-9-]+/, "$1"),
  }));
  const ofAlternatives = named.filter((finding) => !exceptions.some((one) => excepts(one, finding)));
  expect([...new Set(judge(ofAlternatives, exceptionsOfAlternatives, new Date()))]).toEqual([]);
});
