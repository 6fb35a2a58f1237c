import type { Contract } from "../../modules/core/contract";
import { contracts, type Role, tiers, tiersOf } from "../../regions/wiring/tiers";
import { table } from "../modules/markdown";
import { promiseOf } from "../modules/promise";

const places: Readonly<Record<Role, string>> = {
  live: "live regions",
  standby: "standby regions",
  state: "the state region",
  global: "us-east-1",
};
const roles = Object.keys(places) as Role[];

/** Every tier: where it is deployed, and what it costs. */
export const tierTable = (): string =>
  table(
    ["Tier", "Where", "What costs money"],
    contracts.map((contract) => [
      `[${contract.name}](modules/${contract.name}/README.md)`,
      placeOf(contract),
      costOf(contract.name),
    ]),
    "None.",
  );

function placeOf({ name, optional, scope }: Contract): string {
  if (scope === "global") return "once";
  const those = roles.filter((role) => name in tiersOf(role));
  const where =
    those.length === Object.keys(tiers).length ? "every region" : those.map((role) => places[role]).join(", ");
  return optional ? `${where}, where the region file names it` : where;
}

/** The paragraph on cost of what a tier's class promises; a tier without one costs nothing by itself. */
const costOf = (tier: string): string =>
  /^\*\*Cost\*\*: ([\s\S]*?)(?:\n\n|$)/m.exec(promiseOf(tier))?.[1]?.trim().replaceAll("\n", " ") ?? "nothing";
