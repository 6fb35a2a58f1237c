import { rmSync } from "node:fs";
import { join } from "node:path";
import { conduct } from "../../../dr/conduct";
import { Drill } from "../../../dr/drill";
import { findTarget } from "../../../dr/find-target";
import { drilledEnvironment, resolveCommit, settingsOf } from "../../../dr/preflight";
import { verdictBlock } from "../../../dr/report/terminal";
import { sharedRoots, stateRoots } from "../../../dr/roots";
import { newRunId } from "../../../dr/run-id";
import { standUp } from "../../../dr/stand-up";
import { steps } from "../../../dr/steps/all";
import { checkOutSource } from "../../../dr/steps/check-out-source";
import { useGate } from "../../../dr/use-gate";
import { nameServerVariable } from "../../../terraform/process/environments";
import type { News } from "../../../terraform/process/news";
import { projectRoot } from "../../../terraform/project-root";
import { emulator } from "../../../tools/local-aws/emulator";
import { startLocalAws } from "../../../tools/local-aws/local-aws";

// The whole drill as with --aws, with all of the shop's roots, in the account of a local AWS, where first what regions share is
// deployed: node tools/run.mjs __tests__/dr/untouched/whole.ts FOLDER
const [folder = "drill-report"] = process.argv.slice(2);
const environment = { ...drilledEnvironment(), drillable: true };
const commit = await resolveCommit(projectRoot, "HEAD");
const { lost, target } = findTarget({}, environment);
const local = await startLocalAws({ account: environment.account });
// Where customers are led is asked of it as of the domain's own name servers.
process.env[nameServerVariable] = local.nameServer;
const where = { kind: "account", upstream: () => emulator({ url: new URL(local.endpoint) }) } as const;
const asked = { ref: "HEAD", commit, environment, lost, target, where, keep: false };
const drillCalled = (run: string, report: string) => new Drill(settingsOf({ ...asked, run }, report));
const at = {
  signal: new AbortController().signal,
  say: (news: News) => void process.stderr.write(`${typeof news === "string" ? news : JSON.stringify(news)}\n`),
};

let code = 1;
try {
  const people = drillCalled(newRunId(new Date()), join(folder, "shared"));
  useGate(people, local);
  await checkOutSource.run(people, at);
  const shared = [...stateRoots(people), ...sharedRoots(people)];
  const isShared = (id: string): boolean => shared.some((root) => root.id === id);
  const roots = shared.map(({ id, dependencies }) => ({ id, dependencies: dependencies.filter(isShared) }));
  await standUp(people, at, { title: "Deploy what regions share", roots });
  rmSync(people.settings.workFolder, { recursive: true, force: true });

  const drill = drillCalled(newRunId(new Date()), join(folder, "drill"));
  const show = (report: Parameters<typeof verdictBlock>[0]) => void process.stdout.write(`${verdictBlock(report)}\n`);
  code = await conduct(steps(drill.settings), drill, { show });
  const forbidden = drill.found.gate?.calls().filter((call) => call.forbidden !== undefined) ?? [];
  process.stdout.write(`${forbidden.length} calls were refused for what was there before\n`);
} finally {
  await local.stop();
}
process.exit(code);
