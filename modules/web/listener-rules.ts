import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import {
  LbListenerRule,
  type LbListenerRuleCondition,
  type LbListenerRuleConfig,
} from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Fn, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { beside } from "../blocks/compute/beside";
import { suffixOf } from "../blocks/compute/contract";
import type { Inputs } from "../core/contract";
import { originHeader, originSlots } from "../dns/contract";
import type { webContract } from "./contract";

/** What a listener answers to a request that no rule lets through. */
export const refusal = {
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", statusCode: "403", messageBody: "Forbidden" },
};

/** The last rules, one for each that a service may run on: while one takes the other's place, both are there. */
const readyAt = { ec2: 101, ecs: 102, lambda: 103 } as const;

interface RulesOptions {
  readonly listener: LbListener;
  readonly targets: LbTargetGroup;
}

/**
 * What a listener forwards: requests with one of the origin secrets, which only our CloudFront sends, and Route 53's health checks.
 *
 * CloudFront's addresses alone are no proof: everybody's distribution has them. Both secrets are accepted at all times,
 * so that CloudFront can change from the one to the other. They are read from this region's own replicas.
 *
 * `ready` makes the target group one of the load balancer, which asks its targets for their health from then on. Nobody ever
 * meets it: it comes after a rule with the same condition. `lead` leads customers there, once something serves.
 */
export function listenerRules(
  scope: Construct,
  { originSecretNames, compute, healthPaths }: Inputs<typeof webContract>,
  { listener, targets }: RulesOptions,
): { readonly ready: LbListenerRule; readonly lead: (serving: ITerraformDependable) => void } {
  const secrets = originSlots.map(
    (slot, at) =>
      new DataAwsSecretsmanagerSecretVersion(scope, `origin-${slot}`, {
        secretId: Fn.element(originSecretNames, at),
      }).secretString,
  );
  const fromCloudfront = { httpHeader: { httpHeaderName: originHeader, values: secrets } };
  const rule = (
    id: string,
    condition: LbListenerRuleCondition,
    how: Pick<LbListenerRuleConfig, "priority" | "dependsOn" | "lifecycle">,
  ) =>
    new LbListenerRule(scope, id, {
      listenerArn: listener.arn,
      condition: [condition],
      action: [{ type: "forward", targetGroupArn: targets.arn }],
      ...how,
    });
  return {
    ready: rule(`ready${suffixOf(compute)}`, fromCloudfront, { priority: readyAt[compute], lifecycle: beside }),
    lead: (serving) => {
      rule("from-cloudfront", fromCloudfront, { priority: 10, dependsOn: [serving] });
      rule("health-check", { pathPattern: { values: healthPaths } }, { priority: 20, dependsOn: [serving] });
    },
  };
}
