import { join } from "node:path";
import { type Checkout, checkOut } from "../checkout";
import type { DrillWith } from "../drill";
import type { At } from "../step";

/** Builds the drilled commit from a clean clone in a folder of the drill's, with a log of the same name. */
export const checkOutAs = (
  drill: DrillWith<"childEnvironment">,
  name: "source" | "recovery",
  { signal, say }: At,
): Promise<Checkout> => {
  const { repository, commit, workFolder, logFolder } = drill.settings;
  return checkOut({
    repository,
    commit,
    folder: join(workFolder, name),
    environment: drill.need("childEnvironment"),
    logFile: join(logFolder, `${name}.log`),
    signal,
    say,
  });
};
