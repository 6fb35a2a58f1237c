import type { Settings } from "../../../dr/drill";
import { liveRegions } from "../../../regions/schema/environment";
import { targets } from "../../example/dr/targets";
import { environments } from "../../example/regions/environments";

/** The settings of a drill, with what a test wants otherwise. */
export function anySettings(other: Partial<Settings> = {}): Settings {
  const environment = environments.find(({ name }) => name === "dev");
  const [target] = targets;
  const lost = environment && liveRegions(environment).find(({ name }) => name === target?.lost);
  if (!environment || !target || !lost) throw new Error("dev has no live region that is recovered elsewhere");
  return {
    run: "dr-2611230300",
    ref: "HEAD",
    commit: "0123456789abcdef0123456789abcdef01234567",
    environment,
    lost,
    target,
    where: { kind: "own" },
    keep: false,
    repository: "/nowhere/repository",
    workFolder: "/nowhere/work",
    reportFolder: "/nowhere/report",
    logFolder: "/nowhere/report/logs",
    terraform: "terraform",
    ...other,
  };
}
