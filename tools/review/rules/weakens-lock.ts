import { given, more, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const retention = ["rule", 0, "default_retention", 0];
const lockDays = { unit: "days", unsaid: 0, enough: 0 };

/** A lock keeps backups and objects from everybody, attackers with an administrator's rights included. */
export const weakensLock = weakening({
  id: "weakens-lock",
  about: "Locked backups or objects may be deleted sooner, or by more people.",
  cannotSee: "Locks of single objects, and what an object lock in compliance mode forbids anyway.",
  guards: {
    aws_backup_vault_lock_configuration: [
      more(["min_retention_days"], "Days that a backup is locked at least", lockDays),
      { ...given(["changeable_for_days"], "The day from which on nobody can take the lock off"), enough: 0 },
    ],
    aws_s3_bucket: [{ ...on(["object_lock_enabled"], "Object lock"), enough: 0 }],
    aws_s3_bucket_object_lock_configuration: [
      { ...ranked([...retention, "mode"], "The mode of the lock", [null, "GOVERNANCE", "COMPLIANCE"]), enough: 0 },
      more([...retention, "days"], "Days that objects are locked", lockDays),
      more([...retention, "years"], "Years that objects are locked", { ...lockDays, unit: "years" }),
    ],
  },
  apart: {
    aws_backup_vault_lock_configuration: { what: "The lock of the vault", of: "backup_vault_name" },
    aws_s3_bucket_object_lock_configuration: { what: "The lock of the bucket", of: "bucket" },
  },
  weaker: "high",
  means: "Whoever gets in can delete what was there to recover from.",
  wayOut: "Leave the lock, or make a new vault or bucket with other terms beside it.",
});
