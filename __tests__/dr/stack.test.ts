import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { targets } from "../../dr/targets";
import { environments } from "../../regions/environments";
import { recoveryOf, stackId } from "../../regions/wiring/location";
import { contractOf } from "../../regions/wiring/tiers";
import { synthesized } from "../support/synthesized";

const out = synthesized();

const form = z.object({
  module: z.record(z.string(), z.looseObject({ source: z.string() })),
  data: z.object({
    terraform_remote_state: z.record(z.string(), z.object({ config: z.record(z.string(), z.string()) })),
  }),
  provider: z.object({ aws: z.array(z.record(z.string(), z.unknown())) }),
  variable: z.record(z.string(), z.looseObject({ default: z.unknown() })),
  terraform: z.object({ backend: z.object({ s3: z.record(z.string(), z.unknown()) }) }),
});
const read = (id: string) => readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8");
const pairs = environments.flatMap((environment) => targets.map((target) => ({ environment, target })));

describe.each(pairs)("$environment.name: $target.lost rebuilt in $target.region", ({ environment, target }) => {
  const { name } = environment;
  const { lost, region } = target;
  const id = stackId(name, region, recoveryOf(lost));
  const text = read(id);
  const root = form.parse(JSON.parse(text));
  const live = readdirSync(join(out, "stacks")).filter((one) => one.startsWith(`${name}-${lost}-`));
  const calls = live.flatMap((one) =>
    Object.entries(z.looseObject({ module: form.shape.module }).parse(JSON.parse(read(one))).module),
  );

  it("calls the module of each regional tier, the very one that the live root calls, at the same address", () => {
    // What an account has once in a region is there before; a recovery never creates it.
    const regional = calls.filter(([tier]) => contractOf(tier)?.scope === "region");
    expect(Object.keys(root.module).sort()).toEqual(regional.map(([tier]) => tier).sort());
    for (const [tier, { source }] of regional) expect(root.module[tier]?.source).toBe(source);
    expect(regional.length).toBeGreaterThan(4);
  });

  it("gives them the settings of the lost region, but for the address block and where backups are copied to", () => {
    const literal = (inputs: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(
        Object.entries(inputs).filter(([key, value]) => key !== "//" && !JSON.stringify(value).includes("${")),
      );
    for (const [tier, inputs] of calls.filter(([one]) => one in root.module)) {
      const { cidr, zone_names_by_letter, copy_vault_arn: copies, ...own } = literal(root.module[tier] ?? {});
      const {
        cidr: lostCidr,
        zone_names_by_letter: lostZones,
        copy_vault_arn: lostCopies,
        ...theirs
      } = literal(inputs);
      expect(own).toEqual(theirs);
      // A recovered region copies into a third one: copies in its own region would be lost with it.
      expect(copies === undefined).toBe(lostCopies === undefined);
      expect(String(copies)).not.toContain(region);
      if (tier !== "network") continue;
      expect(cidr).toBe(target.cidr);
      expect(lostCidr).not.toBe(cidr);
      expect(Object.keys(zone_names_by_letter ?? {})).toEqual(Object.keys(lostZones ?? {}));
    }
  });

  it("knows the lost region by the source of its modules and its own name only", () => {
    const named = text.replaceAll(`../../modules/${name}/${lost}/`, "").replaceAll(recoveryOf(lost), "");
    expect(text).toContain(lost);
    expect(named).not.toContain(lost);
  });

  it("configures one provider, in the target, for the environment's account", () => {
    expect(root.provider.aws).toHaveLength(1);
    expect(root.provider.aws[0]).toMatchObject({ region, allowed_account_ids: [environment.account] });
  });

  it("keeps its state in the target, under both locks, and reads the state of no other region", () => {
    expect(root.terraform.backend.s3).toMatchObject({
      region,
      key: `${name}/${region}/${recoveryOf(lost)}.tfstate`,
      use_lockfile: true,
      dynamodb_table: expect.any(String),
    });
    const read = Object.values(root.data.terraform_remote_state).map(({ config }) => config.region);
    expect(read).toEqual([region]);
  });

  it("takes snapshot, name prefix and ephemeral from the run, none of them by default", () => {
    expect(Object.fromEntries(Object.entries(root.variable).map(([key, value]) => [key, value.default]))).toEqual({
      snapshot_arn: null,
      name_prefix: `${name}-${region}`,
      ephemeral: false,
    });
  });
});
