import { UserError } from "../../modules/core/user-error";

/** The message that a declaration is refused with; fails when it is taken, or when the error is no UserError. */
export function refusal(declare: () => unknown): string {
  try {
    declare();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("It was taken, not refused.");
}
