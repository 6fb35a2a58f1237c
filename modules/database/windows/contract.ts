/**
 * When its own service backs the database up, and when it may be maintained (UTC): the half-hours that AWS asks for at least.
 *
 * A minute is between them, so that nobody takes them for overlapping, which is refused.
 */
export const windows = { backup: "00:59-01:29", maintenance: "sun:01:30-sun:02:00" } as const;

/**
 * Full hours at which AWS Backup can begin no backup of RDS: within the hour before one of the windows, or in it.
 * Aurora's storage is backed up at any time.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/troubleshooting.html
 */
export const hoursOfWindows: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
  Object.values(windows).some((window) => {
    const [from = 0, to = 0] = window.split("-").map(minutesOfDay);
    return hour * 60 >= from - 60 && hour * 60 < to;
  }),
);

function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").slice(-2).map(Number);
  return hours * 60 + minutes;
}
