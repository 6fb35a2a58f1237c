import { sendSwitch } from "../tools/fence/send-switch";
import type { Aws } from "./aws";
import { deletePoint, pointsOf } from "./backups/points";
import { calledThing, type Made, type Thing } from "./made";
import { snapshotsCalled } from "./snapshots/snapshots";
import type { At } from "./step";

/** The run whose things are taken back, and where they are. */
interface Of {
  readonly run: string;
  aws(region: string): Aws;
  /** The only type that is taken back. */
  readonly only?: Thing["type"];
}

/** Takes back what the steps of a run made themselves: what was written down, is there, and carries the run's mark. */
export const takeBack = (made: Made, { run, aws, only }: Of, { say }: Pick<At, "say">): Promise<void> =>
  made.takeBack(async (one) => {
    const { type, name, region, arn } = one;
    if (type === "fence" || type === "opening") {
      say(`taking back ${calledThing(one)}`);
      // A fence wins over what is sent in the minute that it was set in: the next one lifts it. CloudWatch takes values of
      // the next two hours: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html
      const now = Date.now();
      const at = type === "fence" ? [new Date(now), new Date(now + 60_000)] : [new Date(now)];
      return sendSwitch(aws(region).cloudwatch, { which: type, region: name, on: false, at });
    }
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
  }, only);
