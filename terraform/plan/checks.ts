import type { PlanJson } from "./schema";

/** A check, precondition, postcondition or validation of a plan that does not pass, or that only an apply can make. */
export interface FailedCheck {
  /** Where it is, such as `check.certificate` or `aws_instance.web["a"]`. */
  readonly address: string;
  readonly status: "fail" | "error" | "unknown";
  /** The messages that the configuration gives. */
  readonly problems: readonly string[];
}

/** The checks that do not pass, each instance by itself. */
export const failedChecks = ({ checks }: PlanJson): FailedCheck[] =>
  checks.flatMap(({ address, status, instances }) => {
    const each = instances.length > 0 ? instances : [{ address, status, problems: [] }];
    return each.flatMap((one): FailedCheck[] => {
      if (one.status !== "fail" && one.status !== "error" && one.status !== "unknown") return [];
      const problems = one.problems.map(({ message }) => message);
      return [{ address: one.address?.to_display ?? address.to_display, status: one.status, problems }];
    });
  });
