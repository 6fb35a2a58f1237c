import type { Attributes } from "../../../terraform/plan/resource-changes";
import { more, on } from "../guards/guard";
import { weakening } from "../guards/weakening";

const locksOut = {
  severity: "critical" as const,
  enough: 0,
  means: "Nobody can read what is encrypted with it, until it is on again.",
};

/** A key that is off locks everybody out; one that is not rotated does its work with the same material for ever. */
export const disablesKey = weakening({
  id: "disables-key",
  about: "A key is turned off, or its material is no longer changed every year.",
  cannotSee: "Keys whose material comes from outside and is changed by hand.",
  guards: {
    aws_kms_external_key: [{ ...on(["enabled"], "The key", { unsaid: true }), ...locksOut }],
    aws_kms_key: [
      { ...on(["is_enabled"], "The key", { unsaid: true }), ...locksOut },
      { ...on(["enable_key_rotation"], "Rotation of the key"), applies: isRotated },
      {
        ...more(["rotation_period_in_days"], "Days between rotations", { unit: "days", unsaid: 365, enough: 0 }),
        worth: fewerIsBetter,
      },
    ],
    aws_kms_replica_key: [{ ...on(["enabled"], "The key", { unsaid: true }), ...locksOut }],
  },
  weaker: "medium",
  weakFromTheStart: "low",
  means: "The same material encrypts for longer: whoever gets hold of it reads more.",
  wayOut: "Leave keys enabled as long as anything is encrypted with them, and let AWS rotate them.",
});

/** AWS rotates symmetric keys only, whose material is its own. */
function isRotated({ key_usage, customer_master_key_spec, custom_key_store_id }: Attributes): boolean {
  return (
    (key_usage ?? "ENCRYPT_DECRYPT") === "ENCRYPT_DECRYPT" &&
    (customer_master_key_spec ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT" &&
    !custom_key_store_id
  );
}

function fewerIsBetter(value: unknown): number {
  return 10_000 - (typeof value === "number" ? value : 365);
}
