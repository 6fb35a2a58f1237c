import type { Call } from "../../tools/gate/call-log";
import type { Check } from "../check";
import { evidence } from "../controls";
import type { RecoveredRegion } from "./view";

/** Since the loss nobody called the lost region: neither signed for it nor naming one of its buckets, ARNs or endpoints. */
export const doWithoutTheLostRegion: Check<RecoveredRegion> = {
  id: "do-without-the-lost-region",
  title: "No call needed the lost region",
  question: "independent",
  controls: evidence.recovery,
  async ask({ calls, aws, lost: { region } }) {
    if (!calls.some((call) => call.region === aws.region))
      throw new Error(`the log holds no call to ${aws.region}, so it is not the log of a recovery there`);
    const times = new Map<string, number>();
    for (const call of calls) {
      const why = need(call, region);
      if (why === undefined) continue;
      const line = `${call.service} ${call.action}: ${why}`;
      times.set(line, (times.get(line) ?? 0) + 1);
    }
    const count = [...times.values()].reduce((sum, number) => sum + number, 0);
    return {
      seen: `${calls.length} calls since the loss, ${count} of them to ${region}`,
      problems: [...times].map(([line, number]) => (number === 1 ? line : `${line} (${number} times)`)),
    };
  },
};

function need({ region, refused }: Call, lost: string): string | undefined {
  if (refused?.region === lost) return `refused, ${refused.because}`;
  return region === lost ? "signed for the region" : undefined;
}
