import type { Path } from "../../../terraform/plan/decided";
import { type Guard, given, on } from "../guards/guard";
import { weakening } from "../guards/weakening";

/** Calls that are let through; one that is not given is the account's own. */
const calls = (...path: Path): Guard => ({
  path,
  worth: (value) => (typeof value === "number" && value > 0 ? 1 / value : 0),
  enough: 0,
  changed: (before, after) =>
    `It takes ${typeof after === "number" && after > 0 ? `${after.toLocaleString("en")} calls a second` : "as many calls as the account may"} instead of ${before}.`,
  made: () => "It has no limit of calls.",
});
const query = ["configuration", 0];

/** A limit is what a mistake or an attack may cost. */
export const liftsLimits = weakening({
  id: "lifts-limits",
  about: "A limit of what may be asked for, and so of what it costs, is higher or removed.",
  cannotSee: "What the new limit is good for, and limits of the account.",
  guards: {
    aws_api_gateway_usage_plan: [calls("throttle_settings", 0, "rate_limit")],
    aws_apigatewayv2_stage: [calls("default_route_settings", 0, "throttling_rate_limit")],
    aws_athena_workgroup: [
      { ...given([...query, "bytes_scanned_cutoff_per_query"], "The limit of what a query may read"), enough: 0 },
      {
        ...on([...query, "enforce_workgroup_configuration"], "Enforcing the settings of the group", { unsaid: true }),
        enough: 0,
        means: "Each user's own settings hold: where results go, and how they are encrypted.",
        wayOut: "Leave it enforced, and make another group for who needs other settings.",
      },
    ],
  },
  apart: { aws_budgets_budget_action: { what: "What a budget stops" } },
  weaker: "low",
  means: "What a mistake or an attack may cost is more.",
  wayOut: "Keep it just above what is used at a peak.",
});
