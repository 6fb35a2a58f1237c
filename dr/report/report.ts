import { basename } from "node:path";
import { events } from "../customers/moment";
import type { Drill } from "../drill";
import { reportedChecks } from "./checks";
import type { Conducted } from "./conducted";
import { digestsOf } from "./digests";
import { figuresOf } from "./figures";
import { nightOf } from "./night";
import { notExercised } from "./not-exercised";
import { onAws } from "./on-aws";
import { scenarioOf } from "./scenario";
import type { Report } from "./schema";
import { reportedSteps } from "./steps";
import { judge } from "./verdict";

/** Puts together what the steps found. */
export function report(drill: Drill, conducted: Conducted): Report {
  const { settings, found } = drill;
  const { run, ref, commit, environment, lost, target } = settings;
  const { from, to, origin, versions } = conducted;
  const checks = reportedChecks(found.outcomes);
  const figures = figuresOf(drill);
  return {
    schemaVersion: 2,
    run,
    folder: basename(settings.reportFolder),
    ...judge({ ...conducted, drill, checks, figures }),
    start: new Date(from).toISOString(),
    end: new Date(to).toISOString(),
    durationSeconds: (to - from) / 1000,
    ...origin,
    git: { ref, commit },
    environment: environment.name,
    aws: awsOf(settings),
    lost: lost.name,
    target: target.region,
    ...scenarioOf(settings),
    lostAt: instant(found.lostAt),
    verifiedAt: instant(found.verifiedAt),
    figures,
    ...nightOf(drill, (to - from) / 1000),
    onAws,
    steps: reportedSteps(drill, conducted),
    checks,
    customers: (found.customers ?? []).map(({ at, after, ...led }) => ({
      ...{ at: new Date(at).toISOString(), after: events[after] },
      ...led,
    })),
    ...(found.parity ? { parity: found.parity } : {}),
    ...(found.stateParity ? { stateParity: found.stateParity } : {}),
    ...(found.leftovers ? { leftovers: found.leftovers } : {}),
    counts: {
      ...(found.sourceItems ? { source: found.sourceItems.length } : {}),
      ...(found.recoveredItems ? { recovered: found.recoveredItems.length } : {}),
    },
    calls: callsByRegion(drill),
    // Of a region that was not made, it says nothing what of it is never made.
    notExercised: found.sourceItems ? notExercised : [],
    digests: digestsOf(drill),
    versions,
  };
}

const instant = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

const awsOf = ({ where, environment }: Drill["settings"]): Report["aws"] => {
  switch (where.kind) {
    case "own":
      return { kind: "local", name: "the local AWS" };
    case "endpoint":
      return { kind: "local", name: `the local AWS at ${where.endpoint}` };
    case "account":
      return { kind: "account", name: `account ${environment.account}` };
  }
};

const callsByRegion = ({ found }: Drill): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { region = "unsigned" } of found.gate?.calls() ?? []) counts[region] = (counts[region] ?? 0) + 1;
  return counts;
};
