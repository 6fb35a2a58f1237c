import { z } from "zod";
import { columns } from "../../terraform/process/columns";
import { changedIn, tell } from "./estate/changed";
import type { Estate } from "./estate/estate";
import { components } from "./kinds/components";
import { decisionOn } from "./kinds/decisions";

const change = z.enum(["added", "changed", "removed"]);

/** What `./shop diagram` gives, as JSON. */
export const diagramResult = z.object({
  files: z.array(z.string()).describe("Paths of the pictures."),
  since: z.string().nullable().describe("The commit that was compared with; null without --diff."),
  changes: z
    .array(
      z.object({
        environment: z.string(),
        region: z.string().describe('Name of a region, or "global".'),
        component: z.string().nullable().describe("Title of the component; null for what no picture shows."),
        change,
        resources: z.array(z.object({ root: z.string(), address: z.string(), change })),
        text: z.string().describe("The same in words."),
      }),
    )
    .describe("What has changed, by environment, region and component."),
  types: z
    .array(
      z.object({
        type: z.string(),
        tier: z.string(),
        is: z.enum(["drawn", "grouped", "left out", "undecided"]),
        in: z.string().nullable().describe("Title of the component that it is drawn as, or is part of."),
        because: z.string().nullable().describe("Why it is left out."),
      }),
    )
    .describe("What is done with each type of resource that a tier synthesizes."),
});
export type DiagramResult = z.infer<typeof diagramResult>;

/** What is done with each type of resource, by type and tier. */
export function typesOf(estates: readonly Estate[]): DiagramResult["types"] {
  const pairs = new Map(
    estates.flatMap(({ resources }) => resources.map(({ type, tier }) => [`${type} ${tier}`, { type, tier }] as const)),
  );
  return [...pairs.keys()].sort().flatMap((key) => {
    const pair = pairs.get(key);
    return pair ? [{ ...pair, ...decided(pair.type, pair.tier) }] : [];
  });
}

function decided(type: string, tier: string): Omit<DiagramResult["types"][number], "type" | "tier"> {
  const decision = decisionOn(type, tier);
  if (decision === undefined) return { is: "undecided", in: null, because: null };
  if ("leaveOut" in decision) return { is: "left out", in: null, because: decision.leaveOut };
  return "draw" in decision
    ? { is: "drawn", in: components[decision.draw].title, because: null }
    : { is: "grouped", in: components[decision.group].title, because: null };
}

/** What has changed in an environment. */
export const changesOf = (estate: Estate): DiagramResult["changes"] =>
  changedIn(estate).map((changed) => ({
    environment: estate.environment,
    region: changed.region,
    component: changed.component === null ? null : components[changed.component].title,
    change: changed.change,
    resources: changed.resources.flatMap(({ root, address, change }) =>
      change === "same" ? [] : [{ root, address, change }],
    ),
    text: tell(changed),
  }));

/** The same for people. */
export function diagramText(
  { files, since, changes, types }: DiagramResult,
  { verbose = false }: { verbose?: boolean },
): string {
  const told = changes.map(({ environment, text }) => `${environment}: ${text}`);
  const none = since !== null && told.length === 0 ? ["Nothing has changed."] : [];
  const listed = verbose
    ? [
        "",
        columns([
          ["TYPE", "TIER", "IS", "IN"],
          ...types.map((one) => [one.type, one.tier, one.is, one.in ?? one.because ?? "-"]),
        ]),
      ]
    : [];
  return [...told, ...none, ...(told.length + none.length > 0 ? [""] : []), ...files, ...listed].join("\n");
}
