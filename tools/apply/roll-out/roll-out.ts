import type { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import type { ECSClient } from "@aws-sdk/client-ecs";

/** How far AWS is with putting what was applied in the place of what runs, which no apply awaits. */
export interface RollOut {
  /** `the instances of prod-eu-west-1-web` */
  readonly what: string;
  readonly is: "done" | "under way" | "failed";
  /** What AWS says of it: a status, a share, a reason. */
  readonly says: string;
}

/** Who is asked, in the region of the root. */
export interface Asked {
  readonly autoScaling: AutoScalingClient;
  readonly ecs: ECSClient;
}

/** Finds how far it is; undefined where nothing was begun since then. */
export type Look = (asked: Asked, since: Date) => Promise<RollOut | undefined>;
