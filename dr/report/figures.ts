import type { Drill } from "../drill";
import { onAws } from "./on-aws";
import type { Figure, Report } from "./schema";

/** RTO and RPO against the environment's objectives, with what they are worth. */
export function figuresOf({ settings, found }: Drill): Report["figures"] {
  const { lostAt, verifiedAt, snapshot } = found;
  const { rtoMinutes, rpoMinutes } = settings.environment.objectives ?? {};
  const { intervalHours } = settings.lost.backup;
  const rto = lostAt !== undefined && verifiedAt !== undefined ? (verifiedAt - lostAt) / 1000 : null;
  const rpo = lostAt !== undefined && snapshot ? (lostAt - snapshot.takenAt) / 1000 : null;
  return {
    rto: { ...judged(rto, rtoMinutes), worth: worthOfRto(settings) },
    rpo: {
      // Measured is the age of a snapshot that the drill took itself: no proof of more than what the schedule allows.
      ...judged(rpo, rpoMinutes, intervalHours * 60),
      basis: "snapshot",
      worth:
        `The drill took this snapshot itself, just before the loss. In reality the data is as old as the last backup that was copied: ` +
        `up to ${intervalHours * 60} minutes (backup.intervalHours of ${settings.lost.name} is ${intervalHours}), and the time that a copy takes.`,
    },
  };
}

/** A figure is missed, too, where what else limits it, in minutes, is beyond the objective. */
function judged(seconds: number | null, objective: number | undefined, atLeast = 0): Omit<Figure, "worth"> {
  const outcome = () => {
    if (seconds === null) return "not measured";
    if (objective === undefined) return "no objective";
    return Math.max(seconds, atLeast * 60) <= objective * 60 ? "met" : "missed";
  };
  return { seconds, objectiveMinutes: objective ?? null, outcome: outcome() };
}

const worthOfRto = ({ where, environment }: Drill["settings"]): string =>
  where.kind === "account"
    ? `Measured in account ${environment.account}, with the database of ${environment.name}: a larger one takes longer to restore.`
    : `What is measured on the local AWS, which answers at once, is no figure of AWS. There, ${onAws.sum} are predicted (${onAws.source}).`;
