import { type Switch, told } from "../../modules/failover/switches/contract";
import { sendSwitch } from "../../tools/fence/send-switch";
import { setSwitch, toldBy } from "../../tools/fence/set-switch";
import type { DrillWith } from "../drill";
import type { At } from "../step";
import { serversOf } from "./name-servers";

type Asked = DrillWith<"aws" | "gate">;

interface Wanted {
  readonly which: Switch;
  readonly region: string;
}

/** Sets a switch, which is written down before: whatever becomes of the drill, it is taken back. */
export const setOn = (drill: Asked, at: At, wanted: Wanted): Promise<void> =>
  drill.made.make(
    { type: wanted.which, name: wanted.region, region: drill.settings.environment.stateRegion },
    async () => {
      await set(drill, at, { ...wanted, on: true });
      return undefined;
    },
  );

/** Takes a switch off that the drill has set. */
export const setOff = (drill: Asked, at: At, wanted: Wanted): Promise<void> =>
  drill.made.takeBack(() => set(drill, at, { ...wanted, on: false }), wanted.which);

/** Sets a switch, and waits until the name servers know it. Where none is asked, it is only sent. */
async function set(drill: Asked, { signal, say }: At, wanted: Wanted & { readonly on: boolean }): Promise<void> {
  const { stateRegion, domain } = drill.settings.environment;
  const servers = await serversOf(drill);
  const send = () => sendSwitch(drill.need("aws")(stateRegion).cloudwatch, wanted);
  if (servers.length === 0) return send();
  if (await setSwitch({ ...wanted, domain }, { servers, send, signal, say, every: 1_000 })) return;
  throw new Error(
    `the name servers of ${domain} do not say that the ${wanted.which} of ${wanted.region} is as it was set`,
  );
}

/** The switches of a drill that somebody has set, a sentence each: the drill would take them off. */
export async function alreadySet(drill: DrillWith<"gate">): Promise<string[]> {
  const { environment, lost, target } = drill.settings;
  const { domain, name } = environment;
  const servers = await serversOf(drill);
  const asked = [
    { which: "fence", region: lost.name, off: `fence ${lost.name} --lift` },
    { which: "opening", region: target.region, off: `open ${target.region} --close` },
  ] as const;
  const said = await Promise.all(
    asked.map(async ({ which, region, off }) =>
      (await toldBy(servers, { which, region, domain })).includes(told.on)
        ? `the ${which} of ${region} is set already, and a drill would take it off: ./shop ${off} --environment ${name}`
        : undefined,
    ),
  );
  return said.filter((one) => one !== undefined);
}
