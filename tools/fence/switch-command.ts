import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import type { Switch } from "../../modules/failover/switches/contract";
import { type Environment, globalRegionOf, regionsOf } from "../../regions/schema/environment";
import { didYouMean } from "../../regions/schema/explain";
import type { Terminal } from "../../terraform/process/command";
import { nameServerVariable } from "../../terraform/process/environments";
import { callersAws } from "../bootstrap/caller";
import { environmentOfCaller } from "../bootstrap/environment-of-caller";
import { nameServersOf } from "./name-servers";
import { sendSwitch } from "./send-switch";
import { setSwitch } from "./set-switch";
import { whereAllLead } from "./where-led";

export interface SwitchOptions {
  readonly environment?: string;
  readonly nameServer?: string;
  readonly dryRun?: boolean;
}

/** What was set, and where customers are led: as each name server says. */
export const switchResult = z.object({
  environment: z.string(),
  region: z.string(),
  on: z.boolean().describe("Whether the switch is to be set; false: lifted, or closed."),
  sent: z.boolean().describe("Whether it was sent; not with --dry-run."),
  confirmed: z.boolean().describe("Whether every name server of the zone answers accordingly."),
  led: z
    .array(
      z.object({
        nameServer: z.string(),
        through: z.array(z.string()).describe("The names that CloudFront's question goes through."),
        region: z.string().nullable().describe("The region that customers get; null: none, but the page that says so."),
      }),
    )
    .describe("Where each name server leads customers now."),
});
export type SwitchResult = z.infer<typeof switchResult>;

interface Asked {
  readonly which: Switch;
  readonly on: boolean;
  /** What it does, as a question: "fence eu-west-1 …". */
  readonly question: (region: string) => string;
}

/** Sets a switch of a region once it is agreed to, and asks the name servers whether they know; the exit code. */
export async function runSwitch(
  { which, on, question }: Asked,
  options: SwitchOptions,
  terminal: Terminal<SwitchResult>,
): Promise<number> {
  const { args, signal, say, warn, agree, show } = terminal;
  const environment = await environmentOfCaller(options.environment);
  const region = switched(environment, which, args[0] ?? "");
  const { name, domain, stateRegion } = environment;
  const servers = await nameServersOf(domain, options.nameServer ?? process.env[nameServerVariable]);
  const led = () => whereAllLead(servers, environment);
  const result = { environment: name, region, on };
  if (options.dryRun) {
    show({ ...result, sent: false, confirmed: false, led: await led() });
    return 0;
  }
  if (!(await agree(`${question(region)} in ${name} (account ${environment.account}, ${callersAws()})`))) {
    warn("not confirmed: nothing was sent");
    return 1;
  }
  const cloudwatch = new CloudWatchClient({ region: stateRegion });
  const send = (value: 0 | 1) => sendSwitch(cloudwatch, { which, region, on: value === 1 });
  const confirmed = await setSwitch({ which, region, on, domain }, { servers, send, signal, say });
  show({ ...result, sent: true, confirmed, led: await led() });
  return confirmed ? 0 : 1;
}

/** The region, which must have the switch. */
function switched(environment: Environment, which: Switch, given: string): string {
  const role = which === "fence" ? "live" : "standby";
  const known = regionsOf(environment, role).map(({ name }): string => name);
  if (!known.includes(given))
    throw new UserError(
      `region: "${given}" is not a ${role} region of ${environment.name}, and has no ${which}.${didYouMean(given, known)} Known: ${known.join(", ") || "none"}.`,
    );
  const { openRegions, outOfService } = globalRegionOf(environment).edge;
  if ((which === "opening" ? openRegions : outOfService).includes(given))
    throw new UserError(
      `region: ${given} has no ${which} while edge.${which === "opening" ? "openRegions" : "outOfService"} names it. Take it out of that list, or leave it as it is.`,
    );
  return given;
}

/** Where customers are led, in words. */
export function ledText({ led, sent, confirmed }: SwitchResult): string {
  const regions = [...new Set(led.map(({ region }) => region))];
  const where = regions
    .map((region) => region ?? "no region: CloudFront shows the page of the tier failover")
    .join("; or ");
  return [
    ...(sent && !confirmed ? ["Sent, but not every name server knows it yet: run it again to go on asking."] : []),
    `Customers get: ${where}.`,
    ...led.map(({ nameServer, through }) => `  ${nameServer}: ${through.join(" → ")}`),
  ].join("\n");
}
