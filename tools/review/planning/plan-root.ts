import { readPlan } from "../../../terraform/plan/read";
import { tellOf } from "../../../terraform/process/progress";
import type { Plan, TerraformRoot } from "../../../terraform/root";
import type { SynthesizedRoot } from "../../../terraform/synthesized";
import { digestOf } from "../digest/digest";
import type { Provisional } from "../result";
import type { Planned } from "../review";
import { type Assumption, assume, isAwaited } from "./assume";
import type { PlanningWorld } from "./world";

/** Plans a root without a lock, and keeps no plan file. */
export async function planRoot(
  { id, backend, folder }: SynthesizedRoot,
  assumptions: readonly Assumption[],
  { work, stored, say, signal }: PlanningWorld,
): Promise<Planned> {
  const root = work.root(id);
  assume(root.folder, assumptions);
  const hasBucket = backend !== undefined && (await stored(backend)) !== "no bucket";
  if (!hasBucket) root.keepStateIn("planned.tfstate");
  const json = await tellOf({ say, signal }, { root: id, doing: "planning", done: "planned" }, async () => {
    await root.init(signal);
    const plan = await root.plan(signal, {}, { readOnly: true });
    return shown(root, plan, signal);
  });
  const bucket = `The bucket of its state, ${backend?.bucket}, is not there: ./shop bootstrap makes it.`;
  const provisional = [...(hasBucket ? [] : [{ after: null, why: bucket }]), ...assumptions.map(awaited)];
  return { root: id, json, provisional, ...(provisional.length === 0 && { digest: digestOf(folder, json) }) };
}

/** What a plan says, but for what only stands for outputs that are not known yet. */
async function shown(root: TerraformRoot, plan: Plan, signal: AbortSignal): Promise<unknown> {
  try {
    const json = plan.changes ? await root.show(signal, plan) : { resource_changes: [] };
    const { resource_changes, ...rest } = readPlan(json, root.id);
    return { ...rest, resource_changes: resource_changes.filter(({ address }) => !isAwaited(address)) };
  } finally {
    await root.discard(plan);
  }
}

function awaited({ root, reads, outputs, isThere }: Assumption): Provisional {
  const known = new Set(outputs.filter((output) => output.known).map(({ name }) => name));
  const missed = reads.filter((name) => !known.has(name));
  const until = missed.length > 0 ? ` Until then, nobody knows its ${missed.join(", ")}.` : "";
  const why = `${root} ${isThere ? "changes what it gives, and is applied first." : "is not applied yet."}${until}`;
  return { after: root, why };
}
