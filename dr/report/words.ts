/** Seconds as people say them: "3 s", "3 min 52 s", "2 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return [`${Math.floor(whole / 60)} min`, ...(whole % 60 ? [`${whole % 60} s`] : [])].join(" ");
  const minutes = Math.round(whole / 60);
  return [`${Math.floor(minutes / 60)} h`, ...(minutes % 60 ? [`${minutes % 60} min`] : [])].join(" ");
}

/** A figure in seconds, or a dash where it was not measured. */
export const measured = (seconds: number | null): string => (seconds === null ? "–" : duration(seconds));

/** How many of something: "1 check", "3 checks". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** A point in time as people read it, in UTC: "2026-11-28 13:46 UTC". */
export const when = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
