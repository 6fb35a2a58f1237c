import { join } from "node:path";
import { checkOut } from "../checkout";
import type { Step } from "../step";

/** Begins the recovery as somebody who has nothing but git: a clean clone, installed and synthesized. */
export const checkOutRecovery: Step = {
  title: "Build the recovery from a clean clone",
  run: async (drill, { signal, say }) => {
    const { repository, commit, workFolder, logFolder } = drill.settings;
    drill.found.recovery = await checkOut({
      repository,
      commit,
      folder: join(workFolder, "recovery"),
      environment: drill.need("childEnvironment"),
      logFile: join(logFolder, "recovery.log"),
      signal,
      say,
    });
  },
};
