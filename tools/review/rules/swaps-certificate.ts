import type { Path } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { goesWith } from "../guards/goes-with";
import { after, at } from "../read/after";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

/** Where a certificate is named, by type. */
const paths: Readonly<Record<string, readonly Path[]>> = {
  aws_api_gateway_domain_name: [["certificate_arn"], ["regional_certificate_arn"]],
  aws_apigatewayv2_domain_name: [["domain_name_configuration", 0, "certificate_arn"]],
  aws_cloudfront_distribution: [
    ["viewer_certificate", 0, "acm_certificate_arn"],
    ["viewer_certificate", 0, "iam_certificate_id"],
  ],
  aws_cognito_user_pool_domain: [["certificate_arn"]],
  aws_lb_listener: [["certificate_arn"]],
  aws_lb_listener_certificate: [["certificate_arn"]],
  aws_opensearch_domain: [["domain_endpoint_options", 0, "custom_endpoint_certificate_arn"]],
};

const wayOut = "See that the new certificate is issued and covers every name before anything presents it.";
const bad = (severity: Severity, why: string, attribute?: string): Verdict =>
  finding({ severity, why, wayOut, ...(attribute && { attribute }) });

/** A certificate that does not cover a name keeps everybody from it. */
export const swapsCertificate: Rule = {
  id: "swaps-certificate",
  about: "Another certificate is presented, or one is removed or covers fewer names.",
  severities: ["high", "medium"],
  cannotSee: "Which names the clients ask for, and whether the other certificate is issued by then.",
  wayOut,
  mayBeUnknown: true,
  types: [...Object.keys(paths), "aws_acm_certificate", "aws_iam_server_certificate"],
  check: (change, around) => {
    if (change.type === "aws_lb_listener_certificate" && change.fate === "destroy")
      return goesWith(change, "listener_arn", around)
        ? ok
        : bad("high", "A certificate of the listener is removed: its names are answered with another one's.");
    if (paths[change.type])
      return change.before && change.after
        ? (paths[change.type] ?? []).map((path) => presented(path, change, around))
        : ok;
    return ofCertificate(change);
  },
};

function presented(path: Path, change: ResourceChange, around: Surroundings): Verdict {
  const was = at(change.before, path);
  if (typeof was !== "string" || was === "") return ok;
  const become = after(change, path, around);
  const attribute = path.join(".");
  if (become.is === "unknown")
    return become.isFollowed
      ? bad("medium", `${become.by.join(" and ")} is presented instead of ${was}.`, attribute)
      : notKnown(attribute, become.by);
  if (become.is === "left to AWS" || become.value === was) return ok;
  return become.value
    ? bad("medium", `${become.value} is presented instead of ${was}.`, attribute)
    : bad("high", "No certificate of one's own is presented any more.", attribute);
}

function ofCertificate({ fate, before, after }: ResourceChange): Verdict {
  if (before === null) return ok;
  if (fate === "destroy") return bad("high", "The certificate is removed; what presents it cannot any more.");
  const names = (values: typeof before) =>
    [values.domain_name, values.subject_alternative_names ?? []].flat().map((one) => `${one}`);
  const gone = after === null ? [] : names(before).filter((one) => !names(after).includes(one));
  if (gone.length > 0 && after?.domain_name !== undefined)
    return bad("high", `The certificate covers no longer: ${gone.join(", ")}.`, "subject_alternative_names");
  return fate === "replace" ? bad("medium", "The certificate is made anew, and must be proved again.") : ok;
}
