import { join } from "node:path";
import { childEnvironment } from "../../terraform/process/environments";
import { type Checkout, checkOut } from "../checkout";
import type { Drill } from "../drill";
import type { At } from "../step";

/** Builds the drilled commit from a clean clone in a folder of the drill's, with a log of the same name. */
export const checkOutAs = (
  drill: Pick<Drill, "settings">,
  name: "source" | "recovery",
  { signal, say }: At,
): Promise<Checkout> => {
  const { repository, commit, workFolder, logFolder } = drill.settings;
  return checkOut({
    repository,
    commit,
    folder: join(workFolder, name),
    // Whatever packages run in it, they get no key to AWS.
    environment: childEnvironment(),
    logFile: join(logFolder, `${name}.log`),
    signal,
    say,
  });
};
