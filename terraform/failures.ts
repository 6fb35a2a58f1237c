/** Does each, also after a failure; then throws every failure. */
export async function eachDespiteFailures(works: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const work of works) await work().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw allOf(failures);
}

/** What each gives, once all have ended; throws all that went wrong. */
export async function allDespiteFailures<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(works);
  const failures = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (failures.length > 0) throw allOf(failures);
  return Promise.all(works);
}

/** The error that stands for some: itself when it is alone. */
export const allOf = (errors: readonly unknown[]): unknown =>
  new Set(errors).size === 1 ? errors[0] : new AggregateError(errors, [...new Set(errors.map(messageOf))].join("\n"));

/** What an error says, without its class. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
