import { destroysData } from "./destroys-data";
import type { Rule } from "./rule";

/** Every rule, in the order of their names. */
export const rules: readonly Rule[] = [destroysData];
