import type { Report } from "./schema";
import { count } from "./words";

type Moment = Report["customers"][number];

/** A while in which whoever was asked said the same of where customers are led. */
export interface While extends Omit<Moment, "at" | "nameServer"> {
  readonly from: string;
  readonly to: string;
  readonly answers: number;
}

/** The moments of a drill, those together that follow each other and are the same. */
export function whiles({ customers }: Pick<Report, "customers">): While[] {
  const found: While[] = [];
  for (const { at, nameServer: _, ...led } of customers) {
    const last = found.at(-1);
    if (last && isSame(last, led)) found[found.length - 1] = { ...last, to: at, answers: last.answers + 1 };
    else found.push({ ...led, from: at, to: at, answers: 1 });
  }
  return found;
}

const isSame = (one: While, other: Omit<Moment, "at" | "nameServer">): boolean =>
  one.after === other.after && one.region === other.region && one.through.join() === other.through.join();

/** When that was, in UTC, and how often it was answered: "16:40:12 to 16:40:16, 5 answers". */
export function whenLed({ from, to, answers }: While): string {
  const [first, last] = [from.slice(11, 19), to.slice(11, 19)];
  return `${first === last ? first : `${first} to ${last}`}, ${count(answers, "answer")}`;
}

/** Where customers were led, in words. */
export const ledTo = (region: string | null): string => region ?? "nowhere";
