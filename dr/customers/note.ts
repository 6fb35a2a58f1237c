import { setTimeout as sleep } from "node:timers/promises";
import { whereAllLead } from "../../tools/fence/where-led";
import type { DrillWith } from "../drill";
import type { At } from "../step";
import type { Event, Moment } from "./moment";
import { serversOf } from "./name-servers";

/** How long a drill waits until name servers answer otherwise: on AWS, three health checks must agree first. */
const settles = { own: 30_000, endpoint: 30_000, account: 10 * 60_000 };

/** Asks where customers are led now, and keeps it. */
export async function noteCustomers(drill: DrillWith<"gate">, after: Event): Promise<readonly Moment[]> {
  const led = await whereAllLead(await serversOf(drill), drill.settings.environment);
  const now = led.map((one): Moment => ({ ...one, at: Date.now(), after }));
  drill.found.customers = [...(drill.found.customers ?? []), ...now];
  return now;
}

/** Asks again and again until customers are led to a region, or nowhere; what was answered on the way is kept, too. */
export async function noteUntilLed(
  drill: DrillWith<"gate">,
  { signal, say }: At,
  { after, to }: { readonly after: Event; readonly to: string | null },
): Promise<void> {
  const until = Date.now() + settles[drill.settings.where.kind];
  for (;;) {
    const now = await noteCustomers(drill, after);
    if (now.every(({ region }) => region === to) || Date.now() >= until) return;
    say(`customers get ${now.map(({ region }) => region ?? "no region").join(", ")}`);
    await sleep(2_000, undefined, { signal });
  }
}
