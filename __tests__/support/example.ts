import { goldens } from "../../tools/update/goldens";
import { copyOfProject, removeCopies, synthSync } from "../app/project";
import { once } from "./once";

/** The folder with what the regions of `__tests__/example` synthesize: for tests that know what these say. */
export const exampleSynthesized = (): string =>
  once("example", (folder) => {
    try {
      synthSync(copyOfProject("example"), folder);
    } finally {
      removeCopies();
    }
  });

let read: Map<string, string> | undefined;

/** The golden files that the example would have, by path. */
export function exampleGoldens(): Map<string, string> {
  read ??= goldens(exampleSynthesized(), "prod");
  return read;
}
