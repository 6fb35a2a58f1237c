import { synthInto } from "../../terraform/synth";
import { once } from "./once";

/** The folder with what the unchanged app synthesizes. */
export const synthesized = (): string => once("synthesized", synthInto);
