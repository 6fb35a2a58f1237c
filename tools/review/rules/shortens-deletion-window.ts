import { more } from "../guards/guard";
import { weakening } from "../guards/weakening";

/** Keys and secrets are deleted after some days, in which the deletion can be taken back. */
export const shortensDeletionWindow = weakening({
  id: "shortens-deletion-window",
  about: "There is less time to take back the deletion of a key or a secret.",
  cannotSee: "How long it takes until somebody notices.",
  guards: {
    aws_kms_external_key: [
      more(["deletion_window_in_days"], "Days until a deleted key is gone", { unit: "days", unsaid: 30, enough: 7 }),
    ],
    aws_kms_key: [
      more(["deletion_window_in_days"], "Days until a deleted key is gone", { unit: "days", unsaid: 30, enough: 7 }),
    ],
    aws_kms_replica_key: [
      more(["deletion_window_in_days"], "Days until a deleted key is gone", { unit: "days", unsaid: 30, enough: 7 }),
    ],
    aws_secretsmanager_secret: [
      more(["recovery_window_in_days"], "Days in which a deleted secret can be restored", {
        unit: "days",
        unsaid: 30,
        enough: 7,
      }),
    ],
  },
  weaker: "medium",
  weakFromTheStart: "low",
  means: "After that, nothing brings it back, nor what only it can open.",
  wayOut: "Leave the window at 30 days.",
});
