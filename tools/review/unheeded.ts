import { UserError } from "../../modules/core/user-error";
import { reviewExceptionsPath } from "../../regions/schema/review-exceptions-schema";

/** What of a review's call may be there only together with something else. */
interface Call {
  readonly plan?: readonly string[];
  readonly since?: string;
  readonly exceptions?: string;
  readonly exceptionsBefore?: string;
}

/** Refuses what would not be heeded: whoever gives it expects that it is. */
export function refuseUnheeded({ plan, since, exceptions, exceptionsBefore }: Call, environment?: string): void {
  if (plan && environment !== undefined)
    throw new UserError(
      `"${environment}": --plan reviews the plans that it is given, whatever environment they are of. Leave the environment out.`,
    );
  if (plan && since !== undefined)
    throw new UserError(
      `--since ${since}: plans are compared with no commit; each says itself what it changes. Leave out --since, or --plan.`,
    );
  if (!plan && (exceptions ?? exceptionsBefore) !== undefined)
    throw new UserError(
      `--exceptions goes with --plan. The exceptions of this project are in ${reviewExceptionsPath}; write them there.`,
    );
  if (exceptions === undefined && exceptionsBefore !== undefined)
    throw new UserError("--exceptions-before: there is nothing to compare it with. Give --exceptions, too.");
}
