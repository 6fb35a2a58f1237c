import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformRoot } from "../../../../terraform/root";
import { readRoots } from "../../../../terraform/synthesized";
import { toolchain } from "../../../../terraform/toolchain";
import { whyNot } from "../../../../tools/review/planning/why-not";
import { runFolder } from "../../../support/once";
import { signal, smallAws } from "./small-aws";
import { bucket, type SmallRoot, smallEstate } from "./small-estate";

let runs: string;
let small: Awaited<ReturnType<typeof smallAws>>;

beforeAll(async () => {
  runs = join(runFolder(), "terraform-runs");
  const terraform = join(runFolder(), "counted-terraform");
  writeFileSync(terraform, `#!/bin/sh\necho "$@" >> '${runs}'\nexec '${toolchain().terraform}' "$@"\n`);
  chmodSync(terraform, 0o700);
  small = await smallAws(terraform);
});
afterAll(() => small.stop());

/** Makes the roots of a small estate that are read, or read, what they say. */
async function apply(out: string): Promise<void> {
  for (const { id, folder } of readRoots(out)) {
    if (id.includes("other")) continue;
    const root = new TerraformRoot(folder, small.options);
    await root.init(signal);
    await root.applyAtOnce(signal, {}, []);
    rmSync(join(folder, ".terraform"), { recursive: true });
  }
}

/** Plans what is affected; gives each plan's view, and how Terraform was run. */
async function planned(out: string, affected: readonly string[]) {
  writeFileSync(runs, "");
  const work = small.workIn(out);
  const result = await small.review(out, affected, work);
  const left = readdirSync(work.path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tfplan"));
  const ran = readFileSync(runs, "utf8").split("\n");
  return { ...result, left, plansRun: ran.filter((line) => line.startsWith("plan ")) };
}

const network = (zone: string): SmallRoot => ({
  resource: { terraform_data: { vpc: { input: zone, triggers_replace: zone } } },
  output: { vpc_id: "${terraform_data.vpc.id}", zones: [zone], name: "shop" },
});
const input =
  '${data.terraform_remote_state.network.outputs.vpc_id} in ${join(",", data.terraform_remote_state.network.outputs.zones)}';
const web: SmallRoot = {
  reads: ["dev/eu-west-1/network"],
  resource: { terraform_data: { servers: { input } } },
};
const named: SmallRoot = {
  reads: ["dev/eu-west-1/network"],
  output: { title: "of ${data.terraform_remote_state.network.outputs.name}" },
};
const estate = (zone: string) =>
  smallEstate({
    "dev/eu-west-1/network": network(zone),
    "dev/eu-west-1/web": web,
    "dev/eu-west-1/named": named,
    ...Object.fromEntries(Array.from({ length: 21 }, (_, one) => [`dev/eu-west-1/other-${one}`, { output: { one } }])),
  });

it("plans a first deploy with what is known of roots that are not applied yet, and says what is not", async () => {
  const result = await planned(estate("a"), ["dev-eu-west-1-network", "dev-eu-west-1-web"]);
  expect(result).toMatchObject({ notPlanned: [], left: [] });
  const [its, reader] = result.plans;
  expect(its).toMatchObject({ root: "dev-eu-west-1-network", provisional: [], digest: {} });
  expect(reader).toMatchObject({
    root: "dev-eu-west-1-web",
    provisional: [
      {
        after: "dev-eu-west-1-network",
        why: "dev-eu-west-1-network is not applied yet. Until then, nobody knows its vpc_id.",
      },
    ],
    changes: [{ address: "terraform_data.servers", fate: "create" }],
  });
  expect(reader?.digest).toBeUndefined();
  expect(reader?.changes[0]?.attributes).toContainEqual(expect.objectContaining({ path: "input", known: false }));
});

it("plans as if nothing of them were known what looks up by a name what AWS does not have yet", async () => {
  const name = "data.terraform_remote_state.network.outputs.name";
  const lookedUp = { condition: `\${${name} != "shop"}`, error_message: "There is no shop." };
  const looking: SmallRoot = {
    ...web,
    resource: { terraform_data: { servers: { input, lifecycle: { precondition: [lookedUp] } } } },
  };
  const out = smallEstate({ "dev/eu-west-1/network": network("a"), "dev/eu-west-1/web": looking });
  const { plans, notPlanned } = await planned(out, ["dev-eu-west-1-network", "dev-eu-west-1-web"]);
  expect(notPlanned).toEqual([]);
  expect(plans[1]?.provisional[0]?.why).toContain("nobody knows its name, vpc_id, zones.");
});

it("names files as the app has them where a root cannot be planned", () => {
  const said = new Error(
    "ran\nError: no\n\n  on /home/a/.cache/synth/1f/modules/prod/dns/main.tf.json line 1, in data",
  );
  expect(whyNot(said)).toBe("Error: no\n\n  on modules/prod/dns/main.tf.json line 1, in data");
});

describe("of 24 roots", () => {
  beforeAll(() => apply(estate("a")));

  it("plans those that are affected, and those that read what changes by it, and takes no lock", async () => {
    const { plans, outputs, plansRun, left } = await planned(estate("b"), ["dev-eu-west-1-network"]);
    expect(plans.map(({ root }) => root)).toEqual(["dev-eu-west-1-network", "dev-eu-west-1-web"]);
    expect({ plansRun, left }).toEqual({
      plansRun: [expect.stringContaining("-lock=false"), expect.stringContaining("-lock=false")],
      left: [],
    });
    expect(outputs.map(({ output, known }) => [output, known])).toEqual([
      ["vpc_id", false],
      ["zones", true],
    ]);
    expect(plans[1]?.provisional).toEqual([
      {
        after: "dev-eu-west-1-network",
        why: "dev-eu-west-1-network changes what it gives, and is applied first. Until then, nobody knows its vpc_id.",
      },
    ]);
  });

  it("plans nothing else where no output changes", async () => {
    const { plans, plansRun } = await planned(estate("a"), ["dev-eu-west-1-network", "dev-eu-west-1-other-3"]);
    expect(plans.map(({ root, changes }) => [root, changes])).toEqual([
      ["dev-eu-west-1-network", []],
      ["dev-eu-west-1-other-3", []],
    ]);
    expect(plansRun).toHaveLength(2);
  });

  it("says which root cannot be planned, in Terraform's words, and plans the others", async () => {
    const broken = { ...web, output: { wrong: "${data.terraform_remote_state.network.outputs.subnet_ids}" } };
    const out = smallEstate({
      "dev/eu-west-1/network": network("a"),
      "dev/eu-west-1/web": broken,
      "dev/eu-west-1/named": named,
    });
    const { plans, notPlanned } = await planned(out, ["dev-eu-west-1-web", "dev-eu-west-1-named"]);
    expect(plans.map(({ root }) => root)).toEqual(["dev-eu-west-1-named"]);
    expect(notPlanned).toEqual([
      { root: "dev-eu-west-1-web", why: expect.stringMatching(/^Error: Unsupported attribute\n[\s\S]*subnet_ids/) },
    ]);
  });
});

it("plans with an empty state where the bucket of the state is not there", async () => {
  const out = smallEstate({ "dev/eu-west-1/network": network("a") });
  const file = join(out, "stacks/dev-eu-west-1-network/cdk.tf.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(bucket, "not-there"));
  const { plans } = await planned(out, ["dev-eu-west-1-network"]);
  expect(plans).toMatchObject([
    {
      changes: [{ fate: "create" }],
      provisional: [
        { after: null, why: "The bucket of its state, not-there, is not there: ./shop bootstrap makes it." },
      ],
    },
  ]);
  expect(existsSync(join(out, "stacks/dev-eu-west-1-network/planned.tfstate"))).toBe(false);
});
