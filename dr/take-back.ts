import type { Aws } from "./aws";
import { deletePoint, pointsOf } from "./backups/points";
import type { Made } from "./made";
import { snapshotsCalled } from "./snapshots/snapshots";
import type { At } from "./step";

/** The run whose things are taken back, and where they are. */
interface Of {
  readonly run: string;
  aws(region: string): Aws;
}

/** Takes back what the steps of a run made themselves: what was written down, is there, and carries the run's mark. */
export const takeBack = (made: Made, { run, aws }: Of, { say }: Pick<At, "say">): Promise<void> =>
  made.takeBack(async ({ type, name, region, arn }) => {
    if (type === "aws_backup_recovery_point") {
      for (const point of await pointsOf(aws(region), name, { ...(arn ? { arn } : {}), run })) {
        say(`deleting ${point} in ${name}`);
        await deletePoint(aws(region), name, point);
      }
      return;
    }
    // Drills of earlier versions took snapshots themselves.
    const { find, remove } = snapshotsCalled[type];
    const { rds } = aws(region);
    const found = await find(rds, name);
    if (!found) return;
    if (found.run !== run) return say(`${name} in ${region} is not marked as of ${run}: left alone`);
    say(`deleting ${name} in ${region}`);
    await remove(rds, name);
  });
