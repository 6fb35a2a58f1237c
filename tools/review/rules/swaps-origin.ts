import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { after } from "../read/after";
import { block, lookAt } from "../read/pairs";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

const wayOut = "Try the new one by a name of its own first, and say how the change is taken back.";
const bad = (severity: Severity, why: string, attribute: string): Verdict =>
  finding({ severity, why, wayOut, attribute });

/** What stands behind a name that customers know. */
export const swapsOrigin: Rule = {
  id: "swaps-origin",
  about: "A distribution or an API sends requests elsewhere, answers to fewer names, or is turned off.",
  severities: ["high", "medium"],
  cannotSee: "Whether the other origin answers, and functions at the edge that choose an origin themselves.",
  wayOut,
  mayBeUnknown: true,
  types: ["aws_cloudfront_distribution", "aws_apigatewayv2_integration", "aws_api_gateway_integration"],
  check: (change, around) => {
    if (change.before === null || change.after === null) return ok;
    return change.type === "aws_cloudfront_distribution"
      ? ofDistribution(change, around)
      : ofIntegration(change, around);
  },
};

function ofDistribution(change: ResourceChange, around: Surroundings): Verdict[] {
  const { before, after: is } = change;
  const [was, become] = [before, is].map((values) => block(values, "default_cache_behavior").target_origin_id);
  const names = (values: Attributes | null): unknown[] => [values?.aliases ?? []].flat();
  const gone = is !== null && "aliases" in is ? names(before).filter((one) => !names(is).includes(one)) : [];
  return [
    ...lookAt(
      change,
      {
        name: "origin",
        keyOf: ({ origin_id }) => origin_id,
        each: (origin) => {
          if (!origin.before) return ok;
          if (!origin.after) return bad("medium", `The origin ${origin.key} is removed.`, "origin");
          const path = ["origin", origin.index, "domain_name"];
          const domain = after(change, path, around);
          if (domain.is === "unknown")
            return domain.isFollowed
              ? bad(
                  "medium",
                  `The origin ${origin.key} is ${domain.by.join(" and ")} instead of ${origin.before.domain_name}.`,
                  path.join("."),
                )
              : notKnown(path.join("."), domain.by);
          const [from, to] = [origin.before, origin.after].map(
            ({ domain_name, origin_path }) => `${domain_name}${origin_path ?? ""}`,
          );
          return from === to
            ? ok
            : bad("medium", `The origin ${origin.key} is ${to} instead of ${from}.`, path.join("."));
        },
      },
      around,
    ),
    was !== become && become !== undefined
      ? bad("high", `What no behavior names goes to ${become} instead of ${was}.`, "default_cache_behavior")
      : ok,
    gone.length > 0 ? bad("high", `It answers no longer to ${gone.join(", ")}.`, "aliases") : ok,
    before?.enabled === true && is?.enabled === false ? bad("high", "The distribution is turned off.", "enabled") : ok,
    ...lookAt(
      change,
      {
        name: "ordered_cache_behavior",
        keyOf: ({ path_pattern }) => path_pattern,
        each: (behavior) => {
          if (!behavior.before) return ok;
          if (!behavior.after)
            return bad("medium", `${behavior.key} goes where the default goes.`, "ordered_cache_behavior");
          const [from, to] = [behavior.before.target_origin_id, behavior.after.target_origin_id];
          return from === to
            ? ok
            : bad("medium", `${behavior.key} goes to ${to} instead of ${from}.`, "ordered_cache_behavior");
        },
      },
      around,
    ),
  ];
}

function ofIntegration(change: ResourceChange, around: Surroundings): Verdict {
  const attribute = change.type === "aws_api_gateway_integration" ? "uri" : "integration_uri";
  const was = change.before?.[attribute];
  if (typeof was !== "string" || was === "") return ok;
  const become = after(change, [attribute], around);
  if (become.is === "unknown")
    return become.isFollowed
      ? bad("medium", `The API calls ${become.by.join(" and ")} instead of ${was}.`, attribute)
      : notKnown(attribute, become.by);
  return become.is === "known" && become.value !== was
    ? bad("medium", `The API calls ${become.value} instead of ${was}.`, attribute)
    : ok;
}
