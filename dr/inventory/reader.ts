import type { Aws } from "../aws";
import type { Item } from "./item";

/** Lists what a service has in a region, by asking the service. */
export interface Reader {
  readonly service: string;
  /** The service belongs to no region, and is asked once. */
  readonly global?: true;
  list(aws: Aws): Promise<Item[]>;
}
