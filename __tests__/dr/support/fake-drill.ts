import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conduct } from "../../../dr/conduct";
import { Drill } from "../../../dr/drill";
import type { Report } from "../../../dr/report/schema";
import { verdictBlock } from "../../../dr/report/terminal";
import type { Step } from "../../../dr/step";
import { keepUntilEnter } from "../../../dr/steps/keep-until-enter";
import { useGate } from "../../../dr/use-gate";
import { UserError } from "../../../modules/core/user-error";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { anySettings } from "./settings";

// The drill's own engine on steps that only wait: node fake-drill.mjs FOLDER WHAT
const [folder = "", what = ""] = process.argv.slice(2);
const report = join(folder, "report");

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    setTimeout(resolve, ms);
    signal.addEventListener("abort", () => reject(signal.reason));
  });

const undeclared = { about: "", needs: [], gives: [] };

const start: Step = {
  ...undeclared,
  title: "Start",
  prepares: true,
  run: async (drill) => {
    if (what === "no-start") throw new UserError("moto did not answer");
    mkdirSync(drill.settings.workFolder, { recursive: true });
    const gate = { endpoint: "", environment: { AWS_ENDPOINT_URL: "http://127.0.0.1:1" }, calls: () => [] };
    const ended = new Promise<string>((tell) => what === "gone" && setTimeout(tell, 500, "moto has ended (SIGKILL)"));
    useGate(drill, { ...gate, ended, stop: async () => {} } as unknown as GatedAws);
  },
  undo: {
    title: "Stop",
    run: async (_, { signal }) => {
      await wait({ slow: 1_500, stuck: 3_600_000 }[what] ?? 0, signal);
      process.stdout.write("stopped\n");
    },
  },
};
const stand: Step = {
  ...undeclared,
  title: "Stand",
  run: async (_, { signal, say }) => {
    say("standing");
    if (what === "fails") throw new Error("no capacity in zone a");
    if (what === "unwritable") writeFileSync(report, "not a folder");
    await wait(["slow", "stuck", "gone"].includes(what) ? 3_600_000 : 10, signal);
  },
};
const steps = [start, stand, ...(what === "keep" ? [keepUntilEnter] : [])];
const print = (report: Report) => void process.stdout.write(`${verdictBlock(report)}\n`);
const settings = anySettings({ workFolder: join(folder, "work"), reportFolder: report });
process.exit(await conduct(steps, new Drill(settings), { show: print }));
