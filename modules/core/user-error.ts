/** An error meant for the user: printed without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = "UserError";
}
