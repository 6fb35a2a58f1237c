import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerRule, type LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import { healthPath, originHeader, originSlots } from "../dns/contract";
import type { webContract } from "./contract";

/** What a listener answers to a request that no rule lets through. */
export const refusal = {
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", statusCode: "403", messageBody: "Forbidden" },
};

/**
 * What a listener forwards: requests with one of the origin secrets, which only our CloudFront sends, and health checks.
 *
 * CloudFront's addresses alone are no proof: everybody's distribution has them. Both secrets are accepted at all times,
 * so that CloudFront can change from the one to the other. They are read from this region's own replicas.
 */
export function listenerRules(
  scope: Construct,
  inputs: Inputs<typeof webContract>,
  { listener, targets }: { readonly listener: LbListener; readonly targets: LbTargetGroup },
): LbListenerRule {
  const secrets = originSlots.map(
    (slot, at) =>
      new DataAwsSecretsmanagerSecretVersion(scope, `origin-${slot}`, {
        secretId: Fn.element(inputs.originSecretNames, at),
      }).secretString,
  );
  const rule = (id: string, priority: number, condition: LbListenerRuleCondition) =>
    new LbListenerRule(scope, id, {
      listenerArn: listener.arn,
      priority,
      condition: [condition],
      action: [{ type: "forward", targetGroupArn: targets.arn }],
    });
  const fromCloudfront = rule("from-cloudfront", 10, {
    httpHeader: { httpHeaderName: originHeader, values: secrets },
  });
  rule("health-check", 20, { pathPattern: { values: [healthPath] } });
  return fromCloudfront;
}
