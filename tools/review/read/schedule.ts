const hoursOfUnit: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168 };
const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * The longest time from one run of a schedule to the next, in hours; undefined where it cannot be told for sure.
 *
 * It reads AWS's `rate(…)` and `cron(…)`, of every month and with days as numbers or names.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function longestGap(schedule: unknown): number | undefined {
  if (typeof schedule !== "string") return undefined;
  const [, count, unit = ""] = /^rate\((\d+) (minute|hour|day|week)s?\)$/.exec(schedule) ?? [];
  if (count !== undefined) return Number(count) * (hoursOfUnit[unit] ?? Number.NaN);
  const fields = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(schedule)?.slice(1);
  const [minutes = "", hours = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = fields ?? [];
  const [at, from] = [numbersIn(minutes, 0, 59), numbersIn(hours, 0, 23)];
  if (!fields || month !== "*" || year !== "*" || !at || !from) return undefined;
  const times = from.flatMap((hour) => at.map((minute) => hour + minute / 60)).sort((one, other) => one - other);
  const days = gapOfDays(dayOfMonth, dayOfWeek);
  if (days === undefined) return undefined;
  // From the last run of a day to the first of the next day that has any; or between two of the same day.
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return Math.max(days * 24 - last + first, ...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
}

/** Days from one day with runs to the next, at the most. */
function gapOfDays(ofMonth: string, ofWeek: string): number | undefined {
  const isEvery = (field: string) => field === "*" || field === "?";
  if (isEvery(ofMonth) && isEvery(ofWeek)) return 1;
  if (isEvery(ofMonth)) {
    const named = ofWeek.replace(/[A-Z]{3}/g, (name) => `${weekdays.indexOf(name) + 1}`);
    return widest(numbersIn(named, 1, 7), 7);
  }
  return isEvery(ofWeek) ? widest(numbersIn(ofMonth, 1, 31), 31) : undefined;
}

const widest = (days: number[] | undefined, around: number): number | undefined => {
  if (!days || days.length === 0) return undefined;
  return Math.max(...days.map((day, index) => (days[index + 1] ?? (days[0] ?? 0) + around) - day));
};

/** The numbers of a field such as `*`, `5`, `0/6`, `1-5` or `1,15`; undefined where it says something else. */
function numbersIn(field: string, least: number, most: number): number[] | undefined {
  const all = field.split(",").flatMap((part) => {
    const [, from = "", to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === "") return [Number.NaN];
    const start = from === "*" ? least : Number(from);
    const end = to !== undefined ? Number(to) : from === "*" || step !== undefined ? most : start;
    const length = end < start || step === "0" ? 0 : Math.floor((end - start) / Number(step ?? 1)) + 1;
    return length === 0 || end > most
      ? [Number.NaN]
      : Array.from({ length }, (_, index) => start + index * Number(step ?? 1));
  });
  return all.some(Number.isNaN) ? undefined : [...new Set(all)].sort((one, other) => one - other);
}
