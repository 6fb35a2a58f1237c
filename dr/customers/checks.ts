import { nameServerVariable } from "../../terraform/process/environments";
import type { Check, Verdict } from "../check";
import { evidence } from "../controls";
import { count } from "../report/words";
import { type Event, events, type Moment } from "./moment";

/** Where customers were led in the course of a drill. */
export interface Course {
  readonly lost: string;
  readonly target: string;
  readonly moments: readonly Moment[];
}

/** Once fenced, the lost region gets nobody: not while it is gone, and not when it answers again. */
export const keepCustomersOffTheLostRegion: Check<Course> = {
  id: "keep-customers-off-the-lost-region",
  title: "Nobody is led to the lost region once it is fenced, even when it answers again",
  question: "data",
  controls: evidence.recovery,
  async ask({ lost, moments }): Promise<Verdict> {
    const fenced = [
      ...last(after(moments, "fenced")),
      ...(["rebuilt", "opened", "back"] as const).flatMap((event) => after(moments, event)),
    ];
    const there = fenced.filter(({ region }) => region === lost);
    return { seen: seen(fenced), problems: there.map((one) => said(one, "any other")) };
  },
};

/** What was recovered gets nobody before it is verified and opened, and everybody afterwards. */
export const holdCustomersBackUntilItIsOpen: Check<Course> = {
  id: "hold-customers-back-until-it-is-open",
  title: "The recovered region gets customers once it is open, and nobody before",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ target, moments }): Promise<Verdict> {
    const before = [...last(after(moments, "fenced")), ...after(moments, "rebuilt")];
    const open = [...last(after(moments, "opened")), ...after(moments, "back")];
    return { seen: seen([...before, ...open]), problems: [...unless(before, null), ...unless(open, target)] };
  },
};

/** Only the fence kept customers away: without it they get the lost region again as soon as it answers. */
export const leadCustomersBackOnceTheFenceIsLifted: Check<Course> = {
  id: "lead-customers-back-once-the-fence-is-lifted",
  title: "The lost region, which answers again, gets customers once its fence is lifted",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ lost, moments }): Promise<Verdict> {
    const lifted = last(after(moments, "lifted"));
    return { seen: seen(lifted), problems: unless(lifted, lost) };
  },
};

/** What is asked of a drill's course, once it is over. */
export const courseChecks = [
  keepCustomersOffTheLostRegion,
  holdCustomersBackUntilItIsOpen,
  leadCustomersBackOnceTheFenceIsLifted,
] as const;

/** The moments after an event; throws where nobody asked then, so that a check is uncertain and never passes by it. */
function after(moments: readonly Moment[], event: Event): Moment[] {
  const found = moments.filter((one) => one.after === event);
  if (found.length > 0) return found;
  throw new Error(
    `no name server was asked after this: ${events[event]}. Where an emulator answers DNS, ${nameServerVariable} says`,
  );
}

/** The last answer of each name server: after an event, it takes a while until all know it. */
const last = (moments: readonly Moment[]): Moment[] => [
  ...new Map(moments.map((moment) => [moment.nameServer, moment])).values(),
];

const unless = (moments: readonly Moment[], to: string | null): string[] =>
  moments.filter(({ region }) => region !== to).map((one) => said(one, to ?? "no region"));

const said = ({ at, after, region, through, nameServer }: Moment, wanted: string): string =>
  `${new Date(at).toISOString()}, after this: ${events[after]}: customers got ${region ?? "no region"} instead of ${wanted} (${nameServer}: ${through.join(" → ")})`;

const seen = (moments: readonly Moment[]): string =>
  `${count(moments.length, "answer")}: ${[...new Set(moments.map(({ region }) => region ?? "no region"))].join(", ")}`;
