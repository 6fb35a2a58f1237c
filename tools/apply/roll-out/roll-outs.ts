import { setTimeout as sleep } from "node:timers/promises";
import { planSchema, type ResourceChangeJson } from "../../../terraform/plan/schema";
import { ofInstances } from "./instances";
import type { Asked, Look, RollOut } from "./roll-out";
import { ofTasks } from "./tasks";

/** How long a roll-out is waited for, and how often AWS is asked meanwhile. */
export interface Patience {
  readonly minutes: number;
  readonly everySeconds: number;
}

interface Awaited {
  readonly asked: () => Asked;
  /** When the apply began: what is older is not of it. */
  readonly since: Date;
  readonly patience?: Patience | undefined;
  readonly signal: AbortSignal;
  readonly news: (doing: string) => void;
}

/** How what a plan made or left was rolled out: awaited until each has ended, or nobody wants to wait any longer. */
export async function rollOuts(
  plan: unknown,
  { asked, since, patience = { minutes: 30, everySeconds: 15 }, signal, news }: Awaited,
): Promise<RollOut[]> {
  const looks = planSchema.parse(plan).resource_changes.flatMap(looksAt);
  if (looks.length === 0) return [];
  const clients = asked();
  const until = Date.now() + patience.minutes * 60_000;
  for (;;) {
    const found = (await Promise.all(looks.map((look) => look(clients, since)))).filter((one) => one !== undefined);
    const underWay = found.filter(({ is }) => is === "under way");
    if (underWay.length === 0 || Date.now() > until || signal.aborted) return found;
    news(`rolling out ${underWay.map(({ what, says }) => `${what}: ${says}`).join("; ")}`);
    await sleep(patience.everySeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}

function looksAt({ mode, type, change }: ResourceChangeJson): Look[] {
  const { name, cluster } = change.after ?? {};
  if (mode !== "managed" || typeof name !== "string") return [];
  if (type === "aws_autoscaling_group") return [ofInstances(name)];
  if (type === "aws_ecs_service") return [ofTasks(typeof cluster === "string" ? cluster : name, name)];
  return [];
}
