/** Waits until something holds; fails when it does not within a time that only what never happens takes. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 600_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`not within ten minutes: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
