import { DataAwsLbs } from "@cdktf/provider-aws/lib/data-aws-lbs";
import { Fn, type Precondition } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import type { apiContract } from "./contract";

const protectedTag = "DeletionProtection";

/** The tags of a load balancer: its name, and whether its region file protects it from deletion. */
export const tagsOf = (name: string, { deletionProtection }: Inputs<typeof apiContract>): Record<string, string> => ({
  Name: name,
  [protectedTag]: Fn.tostring(deletionProtection),
});

/**
 * Refuses a plan that would put the one kind of load balancer in the place of the other while that is protected from deletion.
 *
 * AWS would refuse the deletion when all else is done. What stands is asked for by its tags: there is no error where it is not there.
 */
export function otherKindIsFree(scope: Construct, name: string): Precondition {
  const other = new DataAwsLbs(scope, "other-kind", { tags: { Name: name, [protectedTag]: "true" } });
  return {
    condition: `\${length(${other.fqn}.arns) == 0}`,
    errorMessage: `The load balancer ${name} is of another kind, would be deleted, and is protected from that. Say deletionProtection: false of the API and apply it first, with what it runs on as it was; the README says how nobody is cut off then.`,
  };
}
