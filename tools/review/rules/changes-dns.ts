import { isDeepStrictEqual } from "node:util";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { goesWith } from "../guards/goes-with";
import { after } from "../read/after";
import { block } from "../read/pairs";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

const wayOut = "Lower the TTL some days before, change it in a quiet hour, and say how it is taken back.";
const bad = (severity: Severity, why: string, attribute?: string): Verdict =>
  finding({ severity, why, wayOut, ...(attribute && { attribute }) });

/** Records that decide who answers for a name, or where its mail goes. */
const grave = ["NS", "SOA", "MX", "DS", "CAA"];

/** What a name leads to is remembered all over the world for as long as its TTL says. */
export const changesDns: Rule = {
  id: "changes-dns",
  about: "A name is removed or leads elsewhere, or a zone is removed.",
  severities: ["critical", "high", "medium", "low"],
  cannotSee: "Who asks for the name, and whether what it leads to answers.",
  wayOut,
  mayBeUnknown: true,
  types: [
    "aws_route53_record",
    "aws_route53_zone",
    "aws_route53_zone_association",
    "aws_route53domains_registered_domain",
  ],
  check: (change, around) => {
    if (change.type === "aws_route53_record") return ofRecord(change, around);
    if (change.type === "aws_route53domains_registered_domain") return ofDomain(change);
    if (change.fate !== "destroy" && change.fate !== "replace") return ok;
    if (change.type === "aws_route53_zone")
      return bad("critical", "The zone is removed, with every name in it; a new one has other name servers.");
    return goesWith(change, "zone_id", around) || goesWith(change, "vpc_id", around)
      ? ok
      : bad("high", "The network resolves the names of the zone no longer.");
  },
};

function ofRecord(change: ResourceChange, around: Surroundings): Verdict {
  const { fate, before } = change;
  if (before === null) return ok;
  const severity = severityOf(before);
  const name = `${before.name} (${before.type})`;
  if (fate === "destroy") {
    if (goesWith(change, "zone_id", around)) return ok;
    const other = successor(before, around);
    if (!other) return bad(severity === "low" ? "low" : "high", `${name} is removed: nobody finds what it led to.`);
    return isDeepStrictEqual(answersOf(other.after), answersOf(before))
      ? ok
      : bad(severity, `${name} leads elsewhere: another record takes its place.`);
  }
  for (const path of [["records"], ["alias", 0, "name"], ["ttl"]]) {
    const become = after(change, path, around);
    if (become.is !== "unknown") continue;
    const made = become.leadsTo.map(({ address }) => address).join(" and ");
    return become.isFollowed && made !== ""
      ? bad(severity, `${name} leads to ${made} instead of ${answersOf(before).join(", ")}.`, path.join("."))
      : notKnown(path.join("."), become.by);
  }
  const [was, is] = [answersOf(before), answersOf(change.after)];
  if (!isDeepStrictEqual(was, is))
    return bad(
      severity,
      `${name} leads to ${is.join(", ")} instead of ${was.join(", ")}.`,
      before.ttl ? "records" : "alias",
    );
  const [ttl, longer] = [Number(before.ttl), Number(change.after?.ttl)];
  return longer > Math.max(ttl, 3_600)
    ? bad("low", `${name} is remembered for ${longer} s instead of ${ttl} s: a mistake lasts as long.`, "ttl")
    : ok;
}

/** Proofs and notes matter less than addresses; what decides who answers matters more. */
const severityOf = ({ type, name }: Attributes): Severity =>
  type === "TXT" || `${name}`.startsWith("_") ? "low" : grave.includes(`${type}`) ? "high" : "medium";

/** What a record answers, in one order. */
const answersOf = (values: Attributes | null): string[] => {
  const { records } = values ?? {};
  const { name } = block(values, "alias");
  return [...(Array.isArray(records) ? records : []), ...(name === undefined ? [] : [name])]
    .map((one) => `${one}`.toLowerCase())
    .sort();
};

/** Another record of the same name, type and set that the plan makes. */
const successor = (before: Attributes, { changes }: Surroundings): ResourceChange | undefined =>
  changes.find(
    ({ type, fate, after }) =>
      type === "aws_route53_record" &&
      fate === "create" &&
      ["name", "type", "set_identifier"].every((one) => (after?.[one] || "") === (before[one] || "")),
  );

function ofDomain({ before, after }: ResourceChange): Verdict {
  const [was, is] = [before, after].map((values) => JSON.stringify(values?.name_server ?? null));
  return before && after && was !== is
    ? bad("critical", "The domain has other name servers: they decide over every name in it.", "name_server")
    : ok;
}
