import type { Kind } from "./kind";
import { backup } from "./kinds/backup";
import { compute } from "./kinds/compute";
import { database } from "./kinds/database";
import { edge } from "./kinds/edge";
import { messaging } from "./kinds/messaging";
import { network } from "./kinds/network";
import { observing } from "./kinds/observing";
import { security } from "./kinds/security";
import { storing } from "./kinds/storing";

/** The decision on every type of resource: what it costs, or why nothing. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...compute,
  ...network,
  ...database,
  ...backup,
  ...security,
  ...observing,
  ...edge,
  ...storing,
  ...messaging,
};
