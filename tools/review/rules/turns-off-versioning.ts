import { on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const status = ranked(["versioning_configuration", 0, "status"], "Versioning", ["Disabled", "Suspended", "Enabled"]);

/** Versions keep what is overwritten or deleted. */
export const turnsOffVersioning = weakening({
  id: "turns-off-versioning",
  about: "A bucket no longer keeps what is overwritten or deleted in it.",
  cannotSee: "Buckets that are made without versioning: many need none.",
  guards: {
    aws_s3_bucket: [{ ...on(["versioning", 0, "enabled"], "Versioning"), enough: 0 }],
    aws_s3_bucket_versioning: [
      { ...status, enough: 0 },
      {
        ...ranked(["versioning_configuration", 0, "mfa_delete"], "The second factor for deleting versions", [
          null,
          "Disabled",
          "Enabled",
        ]),
        enough: 0,
      },
    ],
  },
  apart: { aws_s3_bucket_versioning: { what: "Versioning", of: "bucket" } },
  weaker: "high",
  means: "What is overwritten or deleted from then on is gone; replication to another bucket stops.",
  wayOut: "Leave versioning enabled, and let a lifecycle rule remove old versions.",
});
