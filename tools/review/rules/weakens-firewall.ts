import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { goesWith } from "../guards/goes-with";
import { type Guard, given, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { block, lookAt, type Pair } from "../read/pairs";
import { finding, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const means = "Requests get through that were stopped.";
const wayOut = "Leave it as it is, or count first what a rule would stop, and read the counts.";

/** What a web ACL does with what no rule stops. */
const byDefault: Guard = {
  ...ranked(["default_action"], "The default", []),
  worth: (actions) => Number(blocksIn({ actions }, "actions").some((action) => blocksIn(action, "block").length > 0)),
  enough: 0,
  changed: () => "What no rule stops is let through, and was stopped.",
};

/** Firewalls stop what programs should never see. */
export const weakensFirewall: Rule = also(
  weakening({
    id: "weakens-firewall",
    about: "A web or network firewall, a list of a network, or the protection of Shield stops less or is removed.",
    cannotSee:
      "What the statements of a rule match, rules that are given as one text (`rule_json`), and sets of addresses and patterns that rules use.",
    guards: {
      aws_cloudfront_distribution: [{ ...given(["web_acl_id"], "The web ACL"), enough: 0 }],
      aws_lb: [
        { ...on(["drop_invalid_header_fields"], "Dropping invalid headers"), severity: "medium", enough: 0 },
        {
          ...ranked(["desync_mitigation_mode"], "The handling of ambiguous requests", [
            "monitor",
            "defensive",
            "strictest",
          ]),
          severity: "medium",
          enough: 0,
        },
      ],
      aws_wafv2_web_acl: [byDefault],
    },
    apart: {
      aws_networkfirewall_firewall: { what: "The firewall of the network", of: "vpc_id" },
      aws_shield_protection: { what: "The protection of Shield Advanced", of: "resource_arn" },
      aws_wafv2_web_acl: { what: "The web ACL" },
      aws_wafv2_web_acl_association: { what: "The web ACL of a resource", of: "resource_arn" },
    },
    weaker: "high",
    means,
    wayOut,
  }),
  { aws_network_acl_rule: refusedNoLonger, aws_wafv2_web_acl: rulesOf },
  ["medium"],
);

/** A rule of a network's list that refused what comes in, and is gone or lets it in. */
function refusedNoLonger(change: ResourceChange, around: Surroundings): Verdict[] {
  const { before, after: values } = change;
  if (before?.rule_action !== "deny" || before.egress === true || goesWith(change, "network_acl_id", around)) return [];
  if (values !== null && values.rule_action !== "allow") return [];
  const [from, to] = [before.from_port, before.to_port];
  const ports =
    typeof from !== "number" || from === 0 ? "" : `${from === to ? `port ${from}` : `ports ${from} to ${to}`} `;
  return [
    finding({
      severity: "medium",
      attribute: "rule_action",
      why: `The list of the network refuses ${ports}from ${before.cidr_block || before.ipv6_cidr_block} no longer, unless another rule of it does.`,
      wayOut: "Keep it, or see that no security group behind it lets that in.",
    }),
  ];
}

function rulesOf(change: ResourceChange, around: Surroundings): Verdict[] {
  if (change.before === null || change.after === null) return [];
  const each = ({ key, before, after }: Pair): Verdict[] => {
    if (!before) return [];
    if (!after) return [bad(`The rule "${key}" is removed.`)];
    const [was, is] = [strength(before), strength(after)];
    const [limit, next] = [rateOf(before), rateOf(after)];
    return [
      is < was
        ? bad(`The rule "${key}" ${is === 0 ? "allows" : "only counts"} what it ${was === 2 ? "stopped" : "counted"}.`)
        : ok,
      limit !== undefined && next !== undefined && next > limit
        ? bad(`The rule "${key}" stops from ${next} requests on, instead of from ${limit}.`)
        : ok,
    ];
  };
  return lookAt(change, { name: "rule", keyOf: ({ name }) => name, each }, around);
}

/** Stops, counts, allows. A group of rules does what its rules say, unless it is told to count. */
function strength(rule: Attributes): number {
  const [action, override] = [block(rule, "action"), block(rule, "override_action")];
  if (blocksIn(action, "allow").length > 0) return 0;
  return blocksIn(action, "count").length + blocksIn(override, "count").length > 0 ? 1 : 2;
}

const rateOf = (rule: Attributes): number | undefined => {
  const { limit } = block(block(rule, "statement"), "rate_based_statement");
  return typeof limit === "number" ? limit : undefined;
};

const bad = (says: string): Verdict =>
  finding({ severity: "high", attribute: "rule", why: `${says} ${means}`, wayOut });
