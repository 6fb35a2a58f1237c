import { join } from "node:path";
import { checkOut } from "../checkout";
import type { Step } from "../step";

/** Clones, installs and synthesizes what the source region is stood up from. */
export const checkOutSource: Step = {
  title: "Build the source from a clean clone",
  run: async (drill, { signal, say }) => {
    const { repository, commit, workFolder, logFolder } = drill.settings;
    drill.found.source = await checkOut({
      repository,
      commit,
      folder: join(workFolder, "source"),
      environment: drill.need("childEnvironment"),
      logFile: join(logFolder, "source.log"),
      signal,
      say,
    });
  },
};
