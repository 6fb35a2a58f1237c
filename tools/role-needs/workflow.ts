import { accountContract } from "../../modules/account/contract";
import type { Contract } from "../../modules/core/contract";
import { stateContract } from "../../modules/state/contract";
import { recoveryOf } from "../../regions/wiring/location";
import { contracts } from "../../regions/wiring/tiers";
import type { KeptCall } from "../gate/kept-calls";

/** Who works with roots: the workflows, each with a role, and people, who make what these roles are made by. */
export const workers = ["plan", "apply", "drill", "people"] as const;
export type Worker = (typeof workers)[number];

type Made = Pick<KeptCall, "by" | "service" | "action">;

/** What commands of Terraform's that change nothing read. */
const looking = new Set(["init", "plan", "show", "output"]);

/**
 * Who makes a call of one of Terraform's commands on a live root, or on that of a recovery.
 *
 * A pull request is planned with `-lock=false`, and so are the roots that a drill in an account finds there.
 */
export function madeBy({ by, service, action }: Made): Worker[] {
  if (!by) return [];
  const looks = looksOnly({ by, service, action });
  const tier = tierOf(by.root);
  const drilled = tier === undefined || isOfRegion(tier);
  return [
    ...(looks ? (["plan"] as const) : []),
    ...(tier === accountContract || tier === stateContract ? (["people"] as const) : (["apply"] as const)),
    ...(drilled || looks ? (["drill"] as const) : []),
  ];
}

/** Whether a call comes of a command that changes nothing, and is there without a lock, too. */
export const looksOnly = ({ by, ...call }: Made): boolean => looking.has(by?.command ?? "") && !locks(call);

/** Whether a call takes a lock, or gives it back: nothing else that a plan calls writes. */
const locks = ({ service, action }: Omit<Made, "by">): boolean =>
  service === "dynamodb" || (service === "s3" && /^(Put|Delete)Object$/.test(action));

/** The tier of a live root; undefined for that of a recovery. Throws for any other. */
function tierOf(root: string): Contract | undefined {
  const tier = contracts.find(({ name }) => root.endsWith(`-${name}`));
  if (tier === undefined && !root.includes(recoveryOf(""))) throw new Error(`${root} is the root of no tier.`);
  return tier;
}

/** Whether a drill makes a tier itself: those of the lost region, and what a standby holds of it. */
const isOfRegion = ({ scope, after = [] }: Contract): boolean =>
  scope === "region" || after.some((tier) => tier.scope === "region");
