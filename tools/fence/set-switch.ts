import { setTimeout as sleep } from "node:timers/promises";
import { originNames } from "../../modules/edge/contract";
import { type Switch, told } from "../../modules/failover/switches/contract";
import type { NameServer } from "./name-servers";

/** A switch, and how it is to be. */
export interface Wanted {
  readonly which: Switch;
  readonly region: string;
  readonly on: boolean;
  readonly domain: string;
}

interface With {
  readonly servers: readonly NameServer[];
  /** Sends the switch's metric. */
  send(value: 0 | 1): Promise<void>;
  readonly signal: AbortSignal;
  say(line: string): void;
  /** Milliseconds; the defaults are for AWS. */
  readonly every?: number;
  readonly again?: number;
  readonly atMost?: number;
}

/** What each name server says of a switch: "set", "not set", or nothing of it. */
export const toldBy = (servers: readonly NameServer[], { which, region, domain }: Omit<Wanted, "on">) =>
  Promise.all(servers.map((server) => server.txt(originNames(domain).switched(which, region))));

/**
 * Sends a switch's value until every name server says that Route 53 has it; false where they do not in time.
 *
 * It is sent again each minute: of one minute's values, the one wins that keeps customers away.
 */
export async function setSwitch(wanted: Wanted, { servers, send, signal, say, ...times }: With): Promise<boolean> {
  const { every = 5_000, again = 61_000, atMost = 600_000 } = times;
  const began = Date.now();
  const right = wanted.on ? told.on : told.off;
  let sent = Number.NEGATIVE_INFINITY;
  for (;;) {
    if (Date.now() - sent >= again) {
      await send(wanted.on ? 1 : 0);
      sent = Date.now();
    }
    const said = await toldBy(servers, wanted);
    if (said.length > 0 && said.every((one) => one === right)) return true;
    if (Date.now() - began >= atMost) return false;
    say(`${said.filter((one) => one === right).length} of ${said.length} name servers know it`);
    await sleep(every, undefined, { signal });
  }
}
