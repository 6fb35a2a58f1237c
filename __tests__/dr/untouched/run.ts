import { join } from "node:path";
import { cleanRun } from "../../../dr/clean-up/clean-run";
import { Drill, type DrillWith } from "../../../dr/drill";
import { runSteps } from "../../../dr/run-steps";
import { type Step, step } from "../../../dr/step";
import { steps } from "../../../dr/steps/all";
import { checkOutRecovery } from "../../../dr/steps/check-out-recovery";
import { checkOutSource } from "../../../dr/steps/check-out-source";
import { fenceRegion } from "../../../dr/steps/fence-region";
import { openGateStep } from "../../../dr/steps/open-gate";
import { openRegion } from "../../../dr/steps/open-region";
import { prepareDatabase } from "../../../dr/steps/prepare-database";
import { restoreRegion } from "../../../dr/steps/restore-region";
import { takeInventories } from "../../../dr/steps/take-inventories";
import { takeLease } from "../../../dr/steps/take-lease";
import { verify } from "../../../dr/steps/verify";
import { takeBack } from "../../../dr/take-back";
import type { Switch } from "../../../modules/failover/switches/contract";
import { toolchain } from "../../../terraform/toolchain";
import { sendSwitch } from "../../../tools/fence/send-switch";
import { emulator } from "../../../tools/local-aws/emulator";
import { anySettings } from "../support/settings";
import { type Change, type Fault, Faults } from "./faults";
import { small, writeRoots } from "./world";

/** A drill or a clean-up in the account of a local AWS, of which something goes wrong: node run.mjs JSON */
export interface Asked {
  readonly what: "drill" | "clean-up";
  readonly endpoint: string;
  readonly folder: string;
  readonly run: string;
  readonly keyArn: string;
  readonly repository: string;
  readonly commit: string;
  readonly faults: readonly Fault[];
}

/** What became of it. */
export interface Became {
  readonly happened: boolean;
  readonly changes: readonly Change[];
  readonly errors: readonly string[];
}

const asked: Asked = JSON.parse(process.argv[2] ?? "");
const { endpoint, folder, run, keyArn, repository, commit } = asked;
const faults = (asked.faults.length > 0 ? asked.faults : [undefined]).map((fault) => new Faults(fault));

let upstream = emulator({ url: new URL(endpoint) });
for (const one of faults) upstream = await one.before(upstream);
const checkout = writeRoots(join(folder, "source"), keyArn);
const drill = new Drill(
  anySettings({
    ...small,
    ...{ run, repository, commit },
    where: { kind: "account", upstream: () => upstream },
    ...{ workFolder: folder, reportFolder: join(folder, "report"), logFolder: join(folder, "logs") },
    terraform: toolchain().terraform,
  }),
);

/** Sets a switch, which is written down before; name servers, which are not asked, would know it a minute later. */
const set = (drill: DrillWith<"aws">, which: Switch, region: string): Promise<void> => {
  const { stateRegion } = drill.settings.environment;
  return drill.made.make({ type: which, name: region, region: stateRegion }, async () => {
    await sendSwitch(drill.need("aws")(stateRegion).cloudwatch, { which, region, on: true });
    return undefined;
  });
};

/** Clones, inventories and checks of the region only read; the small roots have no function that prepares a database. */
const stubs = new Map<Step, Step>([
  [checkOutSource, { ...checkOutSource, run: async ({ found }) => void Object.assign(found, { source: checkout }) }],
  [
    checkOutRecovery,
    { ...checkOutRecovery, run: async ({ found }) => void Object.assign(found, { recovery: checkout }) },
  ],
  [takeInventories, { ...takeInventories, gives: [], run: async () => {} }],
  [prepareDatabase, { ...prepareDatabase, run: async () => {} }],
  [verify, { ...verify, gives: [], run: async () => {} }],
  [fenceRegion, { ...fenceRegion, gives: [], run: (drill) => set(drill, "fence", small.lost.name) }],
  [openRegion, { ...openRegion, run: (drill) => set(drill, "opening", small.target.region) }],
  [
    restoreRegion,
    {
      ...restoreRegion,
      run: async (drill, at) => {
        await drill.need("gate").switchOn(small.lost.name);
        await takeBack(drill.made, { run, aws: drill.need("aws"), only: "fence" }, at);
      },
    },
  ],
]);
const told: Step = {
  ...openGateStep,
  run: async (drill, at) => {
    await openGateStep.run(drill, at);
    drill.found.gate?.tell(() => {
      for (const one of faults) one.answered();
    });
  },
};
const clean = step({
  title: "Remove what the drill has left",
  about: "",
  needs: ["record"],
  gives: [],
  run: async (drill, at) => {
    drill.found.source = checkout;
    await cleanRun(drill as Drill, drill.need("record"), at);
  },
});
const all = asked.what === "drill" ? steps(drill.settings) : [openGateStep, takeLease, clean];
let faulty = all.map((one) => (one === openGateStep ? told : (stubs.get(one) ?? one)));
for (const one of faults) faulty = one.in(faulty);

const never = new AbortController().signal;
const records = await runSteps(faulty, drill, {
  progress: { number: () => {}, run: (_, work) => work(() => {}) },
  interrupt: never,
  abandon: never,
});
const became: Became = {
  happened: faults.every(({ happened }) => happened),
  changes: faults[0]?.changes ?? [],
  errors: records.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`])),
};
process.stdout.write(`\n${JSON.stringify(became)}\n`);
process.exit(0);
