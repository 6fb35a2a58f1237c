import { startWindowMinutes } from "../../modules/backup/contract";
import { hoursOfWindows } from "../../modules/database/windows/contract";
import type { Drill, Snapshot } from "../drill";
import { onAws } from "./on-aws";
import type { Figure, Report } from "./schema";

/** RTO and RPO against the environment's objectives, with what they are worth. */
export function figuresOf({ settings, found }: Drill): Report["figures"] {
  const { lostAt, verifiedAt, snapshot } = found;
  const { rtoMinutes, rpoMinutes } = settings.environment.objectives ?? {};
  const rto = lostAt !== undefined && verifiedAt !== undefined ? (verifiedAt - lostAt) / 1000 : null;
  const rpo = lostAt !== undefined && snapshot ? (lostAt - snapshot.takenAt) / 1000 : null;
  return {
    rto: { ...judged(rto, rtoMinutes), worth: worthOfRto(settings) },
    rpo: {
      // Measured is the age of a backup that the drill asked for: no proof of more than what the schedule allows.
      ...judged(rpo, rpoMinutes, minutesOfSchedule(settings) + startWindowMinutes),
      basis: "recovery point",
      worth: worthOfRpo(settings, snapshot),
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

/** Minutes between two backups of the schedule, where they are furthest apart. */
const minutesOfSchedule = ({ lost }: Drill["settings"]): number =>
  60 * (lost.backup.intervalHours + (lost.database.engine === "rds" ? hoursOfWindows.length : 0));

function worthOfRpo(settings: Drill["settings"], snapshot: Snapshot | undefined): string {
  const { lost, where } = settings;
  const took = snapshot
    ? `: here ${Math.round(snapshot.backupSeconds)} and ${Math.round(snapshot.copySeconds)} s${where.kind === "account" ? "" : ", no figures of AWS"}`
    : "";
  return (
    "AWS Backup copied it on request, just before the loss. By schedule, data is as old as the " +
    `last copy: up to ${minutesOfSchedule(settings)} minutes between two backups (backup.intervalHours: ${lost.backup.intervalHours}), ` +
    `up to ${startWindowMinutes} until one begins, and what it and its copy take${took}.`
  );
}

const worthOfRto = ({ where, environment }: Drill["settings"]): string =>
  where.kind === "account"
    ? `Measured in account ${environment.account}, with the database of ${environment.name}: a larger one takes longer to restore.`
    : `What is measured on the local AWS, which answers at once, is no figure of AWS. There, ${onAws.sum} are predicted (${onAws.source}).`;
