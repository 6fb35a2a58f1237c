import { createHash } from "node:crypto";
import type { Log, ReportingDescriptor, Result, Suppression } from "sarif";
import { inert, visible } from "../comment/foreign";
import { exceptionRules } from "../exceptions/rules";
import type { ExceptedFinding, Finding, Review } from "../result";
import { rules } from "../rules/all";
import type { Severity } from "../rules/rule";
import { locationOf } from "./location";

/**
 * What code scanning shows, of more it takes the first by severity; ours are sorted so.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const mostResults = 5_000;

/** What GitHub shows of a message; it takes no longer one of a rule. */
const longestText = 1_024;

/** The findings of a review for code scanning: one run, with every rule that found something. */
export function sarif({ findings, excepted }: Review): Log {
  const shown: (Finding | ExceptedFinding)[] = [...findings, ...excepted].slice(0, mostResults);
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  return {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "plan-review", rules: ids.map((id) => descriptor(id, shown)) } },
        results: shown.map((finding) => result(finding, ids.indexOf(finding.rule))),
      },
    ],
  };
}

const levels: Readonly<Record<Severity, Result.level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};

/** What GitHub shows as critical, high, medium and low. */
const scores: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

function descriptor(id: string, findings: readonly Finding[]): ReportingDescriptor {
  const about = [...rules, ...Object.values(exceptionRules)].find((rule) => rule.id === id)?.about ?? id;
  const [worst] = findings.filter(({ rule }) => rule === id);
  return {
    id,
    shortDescription: { text: cut(about) },
    properties: { tags: ["security", "terraform"], "security-severity": scores[worst?.severity ?? "low"] },
  };
}

const result = (finding: Finding | ExceptedFinding, ruleIndex: number): Result => ({
  ruleId: finding.rule,
  ruleIndex,
  level: levels[finding.severity],
  message: { text: cut(unlinked(`${finding.address} in ${finding.root}: ${finding.why} ${finding.wayOut}`)) },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: locationOf(finding.root) }, region: { startLine: 1 } },
      logicalLocations: [{ fullyQualifiedName: visible(`${finding.root}/${finding.address}`), kind: "resource" }],
    },
  ],
  // The only one that GitHub compares: the same finding of the next push is the same alert.
  partialFingerprints: { primaryLocationLineHash: fingerprint(finding) },
  ...("exception" in finding && { suppressions: [suppression(finding.exception)] }),
});

/** It is external: nothing in the code where the finding is shown says it. */
const suppression = ({ reason, owner, until }: ExceptedFinding["exception"]): Suppression => ({
  kind: "external",
  status: "accepted",
  justification: cut(unlinked(`${reason} (${owner}, until ${until})`)),
});

const fingerprint = ({ rule, root, address, attribute }: Finding): string =>
  createHash("sha256")
    .update(JSON.stringify([rule, root, address, attribute]))
    .digest("hex");

/** Text in which nothing of a plan is a link, as `[text](address)` would be in a message of SARIF. */
const unlinked = (text: string): string => inert(text).replaceAll("](", "]\u200B(");

const cut = (text: string): string => (text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`);
