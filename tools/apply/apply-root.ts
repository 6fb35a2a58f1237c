import { messageOf } from "../../terraform/failures";
import type { Say } from "../../terraform/process/news";
import { tellOf } from "../../terraform/process/progress";
import type { Plan, TerraformRoot } from "../../terraform/root";
import { storeUnsaved } from "../../terraform/states/unsaved";
import type { SynthesizedRoot } from "../../terraform/synthesized";
import { digestOf, filesDigest } from "../review/digest/digest";
import { whyNot } from "../review/planning/why-not";
import type { WorkFolder } from "../review/planning/work-folder";
import type { PlanDigest } from "../review/result";
import type { Outcome } from "./outcome";
import type { Reviewed } from "./reviewed";
import type { Asked } from "./roll-out/roll-out";
import { type Patience, rollOuts } from "./roll-out/roll-outs";
import { rolledOut } from "./roll-out/rolled-out";

export interface ApplyWorld {
  readonly work: WorkFolder;
  /** Whether plans are only compared. */
  readonly dryRun: boolean;
  /** Who knows how what was applied is rolled out, by region. */
  readonly asked: (region: string) => Asked;
  readonly patience?: Patience;
  readonly say: Say;
  readonly signal: AbortSignal;
}

type Came = Omit<Outcome, "root">;

/** By how many milliseconds the clock of AWS may differ from the one here. */
const clocksDiffer = 60_000;

/**
 * Plans a root again, and applies that very plan where it does what was reviewed; removes it in any case.
 *
 * It waits until AWS has rolled out what was applied: Terraform does not.
 */
export async function applyRoot(
  { id, folder }: SynthesizedRoot,
  { digest, provisional, notPlanned }: Reviewed,
  { work, dryRun, asked, patience, say, signal }: ApplyWorld,
): Promise<Came> {
  if (notPlanned !== undefined) return { is: "review again", why: `It could not be planned then. ${notPlanned}` };
  if (!digest) return { is: "awaited others", why: provisional.map(({ why }) => why).join(" ") };
  if (filesDigest(folder) !== digest.files)
    return { is: "review again", why: "What is synthesized for it now is not what was reviewed." };
  const root = work.root(id);
  const planned = await tellOf({ say, signal }, { root: id, doing: "planning", done: "planned" }, async () => {
    await root.init(signal);
    return root.plan(signal);
  }).catch((error: unknown) => failed(error, "Nothing of it was applied.", signal));
  if ("is" in planned) return planned;
  const came = await compared({ root, folder }, { plan: planned, digest }, signal).catch((error: unknown) =>
    failed(error, "Nothing of it was applied.", signal),
  );
  const isWanted = "shown" in came && !dryRun;
  if (!isWanted) await root.discard(planned);
  if (!("shown" in came)) return came;
  if (dryRun) return { is: "would be applied" };
  const since = new Date(Date.now() - clocksDiffer);
  try {
    await tellOf({ say, signal }, { root: id, doing: "applying", done: "applied" }, () => root.apply(signal, planned));
  } catch (error) {
    const todo = await storeUnsaved(root);
    if (todo) work.keep();
    return failed(error, todo ?? "Its state has what was made of it by then.", signal);
  }
  const news = (doing: string) => say({ root: id, doing });
  return rollOuts(came.shown, { asked: () => asked(root.region), since, patience, signal, news }).then(
    rolledOut,
    notSeen,
  );
}

/** What keeps a plan from being applied: that it changes nothing, or is another one; where nothing does, what it changes. */
async function compared(
  { root, folder }: { readonly root: TerraformRoot; readonly folder: string },
  { plan, digest }: { readonly plan: Plan; readonly digest: PlanDigest },
  signal: AbortSignal,
): Promise<Came | { readonly shown: unknown }> {
  const shown = plan.changes ? await root.show(signal, plan) : { resource_changes: [] };
  if (digestOf(folder, shown).changes === digest.changes) return plan.changes ? { shown } : { is: "as it is" };
  return plan.changes
    ? { is: "review again", why: "Its plan now is not the one that was reviewed." }
    : { is: "as it is", why: "What was reviewed is made already." };
}

const failed = (error: unknown, after: string, signal: AbortSignal): Came => ({
  is: "failed",
  why: `${signal.aborted ? `It was ${messageOf(error)}.` : whyNot(error)} ${after}`,
});

const notSeen = (error: unknown): Came => ({
  is: "applied",
  why: `How it is rolled out could not be seen. ${messageOf(error)}`,
});
