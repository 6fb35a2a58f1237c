import { synthInto } from "../../terraform/synth";
import { copyOfProject, removeCopies, synthSync } from "../app/project";
import { once } from "./once";

/** The folder with what the repository's own regions synthesize: for tests of these. */
export const synthesized = (): string => once("synthesized", synthInto);

/** The folder with what the regions of `__tests__/example` synthesize: for tests that know what these say. */
export const exampleSynthesized = (): string =>
  once("example", (folder) => {
    try {
      synthSync(copyOfProject("example"), folder);
    } finally {
      removeCopies();
    }
  });
