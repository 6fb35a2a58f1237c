/** Whether a mark of Terraform's JSON is set, on a value or on any part of it: unknown, secret. */
export const holdsTrue = (mark: unknown): boolean =>
  mark === true || (typeof mark === "object" && mark !== null && Object.values(mark).some(holdsTrue));
