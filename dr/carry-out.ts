import { removeDead } from "./clean-up/remove-dead";
import { conduct } from "./conduct";
import { Drill } from "./drill";
import { type DrillPlan, headline } from "./plan";
import { begin, type Checked } from "./preflight";
import type { Report } from "./report/schema";
import { steps } from "./steps/all";
import { called } from "./target";
import { usualTimes } from "./usual-times";

/** How a drill is carried out, and who is told. */
interface CarryOut {
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  say(line: string): void;
  show(result: Report | DrillPlan): void;
}

/** Drills what was checked. Gives the exit code. */
export function carryOut(checked: Checked, { dryRun, quiet, say, show }: CarryOut): Promise<number> | number {
  const plan = planOf(checked);
  if (dryRun) {
    show(plan);
    return 0;
  }
  removeDead(say);
  say(`Drilling ${headline(plan)}`);
  const settings = begin(checked, new Date());
  return conduct(steps(settings), new Drill(settings), { show, quiet });
}

/** What a drill that was checked would do, step by step. */
function planOf({ environment, where, target, place, commit, keep }: Checked): DrillPlan {
  const usual = usualTimes(where.kind === "account");
  return {
    dryRun: true,
    ...{ target: called(target), place, commit },
    aws: {
      own: () => "a local AWS of its own",
      endpoint: () => `the local AWS at ${where.kind === "endpoint" && where.endpoint}`,
      account: () => `account ${environment.account} (${environment.name})`,
    }[where.kind](),
    steps: steps({ keep, where }).map(({ title }) => ({ title, usualSeconds: usual(title) ?? null })),
  };
}
