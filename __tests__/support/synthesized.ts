import { synthInto } from "../../terraform/synth";
import { once } from "./once";

/** The folder with what the repository's own regions synthesize: for tests of these. Of the engine: `example.ts`. */
export const synthesized = (): string => once("synthesized", synthInto);
