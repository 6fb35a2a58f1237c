import { inWords, roughly, secondsSince } from "./elapsed";
import type { Stream } from "./live";
import type { Shown, View } from "./news";

/** Progress for a log: a line, with the time, for each start and each end; when it is to be quiet, for failures only. */
export function plainLines(stream: Stream, quiet: boolean): View {
  const time = () => new Date().toISOString().slice(11, 19);
  const always = (line: string): void => void stream.write(`${time()} ${line}\n`);
  const say = (line: string): void => (quiet ? undefined : always(line));
  const because = (reason: string): void => {
    for (const line of reason.split("\n")) always(`    ${line}`);
  };
  return {
    begun: (step) => say(`${named(step)}${step.usual === undefined ? "" : ` (usually ${roughly(step.usual)})`} …`),
    news: (_, news, before) => {
      if (typeof news === "string") return say(`  ${news}`);
      if ("roots" in news) return;
      const after = before ? ` in ${inWords(secondsSince(before.from))}` : "";
      if ("doing" in news) return say(`  ${news.root}: ${news.doing}`);
      if ("done" in news) return say(`  ${news.root}: ${news.done}${after}`);
      if (news.failed === "") return say(`  ${news.root}: interrupted`);
      always(`  ${news.root}: FAILED${before ? ` ${before.doing}${after.replace("in", "after")}` : ""}`);
      because(news.failed);
    },
    ended: (step, reason) => {
      const took = inWords(secondsSince(step.from));
      if (reason === undefined) return say(`${named(step)}: done in ${took}`);
      always(`${named(step)}: FAILED after ${took}`);
      because(reason);
    },
  };
}

const named = ({ place, title }: Shown): string =>
  place ? `${place.kind} ${place.number} of ${place.of}: ${title}` : title;
