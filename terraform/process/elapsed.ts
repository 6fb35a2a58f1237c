/** A time as people say it: `4.2 s`, `34 s`, `3 min 12 s`, `1 h 4 min`. */
export function inWords(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** About how long: `less than a minute`, `about 4 minutes`. */
export function roughly(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 45) return "less than a minute";
  return minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
}

export const secondsSince = (from: number): number => (Date.now() - from) / 1000;
