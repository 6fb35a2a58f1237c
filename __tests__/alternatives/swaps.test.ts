import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../dr/aws";
import { proveEmptyPlan } from "../../dr/stand-up";
import { childEnvironment } from "../../terraform/process/environments";
import { TerraformRoot } from "../../terraform/root";
import { toolchain } from "../../terraform/toolchain";
import { startLocalAws } from "../../tools/local-aws/local-aws";
import { checkedOnInit } from "../support/checked-on-init";
import { computes, makeSurroundings, type Runs, writeModules, writeRoot } from "./swap-root";
import { watchWays } from "./watch-ways";

/** Set by `./shop test --swaps`: the swaps take a quarter of an hour. */
const isAsked = process.env.SWAPS !== undefined;

/** What web and API run on, one after the other. */
const runs: readonly Runs[] = [
  { web: "ec2", api: "ec2" },
  { web: "ecs", api: "ecs" },
  { web: "lambda", api: "ec2" },
  { web: "ec2", api: "lambda" },
  { web: "lambda", api: "ecs" },
  { web: "ecs", api: "lambda" },
  { web: "ec2", api: "ec2" },
];

it.each(["web", "api"] as const)("swaps each that %s can run on for each other", (tier) => {
  const swaps = runs.slice(1).map((one, at) => `${runs[at]?.[tier]} → ${one[tier]}`);
  const all = computes.flatMap((from) => computes.filter((to) => to !== from).map((to) => `${from} → ${to}`));
  expect(swaps.sort()).toEqual(all.sort());
});

if (isAsked)
  it("leads everybody to something healthy at each moment of each swap, and plans nothing more", async () => {
    const folder = mkdtempSync(join(tmpdir(), "swaps-"));
    const { signal } = new AbortController();
    const local = await startLocalAws({ account: "444455559999" });
    try {
      writeModules(folder);
      const region = "eu-west-1";
      const aws = { ...connect(local.environment, region), region } as const;
      const known = await makeSurroundings(aws, "shop.swaps.net");
      const names = { privateZoneId: known.private_zone_id, apiName: `api.${known.private_zone_name}` };
      const root = new TerraformRoot(join(folder, "root"), {
        terraform: toolchain().terraform,
        environment: childEnvironment({ ...local.environment, TF_CLI_CONFIG_FILE: checkedOnInit() }),
      });
      const apply = async (as: Runs, flags: readonly string[] = []): Promise<void> => {
        writeRoot(folder, known, as);
        await root.init(signal);
        await root.applyAtOnce(signal, {}, flags);
      };
      const watched = async (work: () => Promise<void>) => {
        const ways = watchWays(aws, names);
        await work().finally(async () => expect((await ways.stop()).empty).toEqual([]));
      };

      for (const [at, next] of runs.entries()) {
        const before = runs[at - 1];
        if (before === undefined) {
          await apply(next);
          continue;
        }
        if ((before.api === "lambda") !== (next.api === "lambda")) {
          const free = { isProtected: false };
          await expect(apply({ ...before, api: next.api })).rejects.toThrow(/deletionProtection: false/);
          await watched(() => apply({ ...before, ...free }));
          // While answers of DNS are good, the former one stands.
          await watched(() => apply({ ...next, ...free }, ["-target=module.api.aws_route53_record.name"]));
          await watched(() => apply({ ...next, ...free }));
        }
        await watched(() => apply(next));
        await proveEmptyPlan(root, signal);
      }
    } finally {
      await local.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 3_600_000);
