import { Graph } from "../../modules/core/graph";
import { tiers } from "./tiers";

/** Which tier reads which; made at once, so that a contract that is declared wrong is refused before anything else. */
export const graph = new Graph(tiers, "standby");
