import { finding, type PlanRule, type Severity } from "./rule";

/** Types whose control plane is in us-east-1, wherever they are used. */
const there: readonly (readonly [begin: string, what: string, severity: Severity])[] = [
  ["aws_cloudfront_", "CloudFront", "high"],
  ["aws_route53_", "Route 53", "high"],
  ["aws_shield_", "Shield", "medium"],
  ["aws_organizations_", "Organizations", "medium"],
  ["aws_iam_", "IAM", "medium"],
];

const wayOut = "Make it before the loss, in a root that stays, and let the recovery only use it.";

/** In the loss of us-east-1, what is global cannot be changed, though it goes on. */
export const needsUsEast1: PlanRule = {
  id: "needs-us-east-1",
  about: "A recovery would have to make something by a control plane that is in us-east-1.",
  severities: ["high", "medium"],
  cannotSee: 'Roots that recover and do not say so: it looks at those with "recovery" in their name.',
  wayOut,
  mayBeUnknown: false,
  checkPlan: ({ root, changes }) =>
    /(^|-)recovery(-|$)/.test(root)
      ? changes.flatMap(({ address, type, fate }) => {
          const [, what, severity] = (fate === "create" && there.find(([begin]) => type.startsWith(begin))) || [];
          if (what === undefined || severity === undefined) return [];
          return [
            {
              address,
              verdict: finding({
                severity,
                why: `A recovery makes it, and ${what} takes changes in us-east-1 only: when that region is lost as well, the recovery stops here.`,
                wayOut,
              }),
            },
          ];
        })
      : [],
};
