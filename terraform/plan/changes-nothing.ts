/** Whether actions of a plan leave a resource as it is: it stays, or is only read. */
export const changesNothing = (actions: readonly string[]): boolean => ["no-op", "read"].includes(actions.join());
