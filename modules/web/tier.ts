import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { home } from "../core/home";
import { Fleet } from "../fleet/fleet";
import { targetSettings } from "../fleet/target-settings";
import { callingTheService } from "./calling-the-service";
import { webContract } from "./contract";
import { door } from "./door";
import { protection } from "./protection";

type C = typeof webContract;

/**
 * The web tier: the shop's pages, reached through CloudFront and by HTTPS only, and HTTPS to the instances.
 *
 * The network admits CloudFront and Route 53's health checks; the load balancer forwards what carries a secret that only
 * our CloudFront sends, and the path of the health checks. Everything else is answered with 403.
 * Its instances may read no secret. What the load balancer answers is kept in the access-log bucket. Unless it is
 * ephemeral, the load balancer cannot be deleted before its protection is taken off.
 *
 * *Cost*: an application load balancer and, at rest, two small instances a zone; with `firewall`, a web ACL of four rules.
 */
export class WebTier extends Construct implements Outputs<C> {
  static readonly contract = webContract;
  readonly originName: string;
  readonly loadBalancerArn: string;
  readonly targetGroupArn: string;
  readonly autoScalingGroupName: string;
  readonly roleArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const place = home(this);

    const targets = new LbTargetGroup(this, "targets", {
      name: `${inputs.namePrefix}-web`,
      vpcId: inputs.vpcId,
      protocol: "HTTPS",
      loadBalancingAlgorithmType: "least_outstanding_requests",
      stickiness: { type: "lb_cookie", enabled: false },
      ...targetSettings,
    });
    const originName = `origin.${place.region}.${inputs.domain}`;
    const loadBalancer = door(this, inputs, originName, targets);
    protection(this, inputs, loadBalancer);
    const fleet = new Fleet(
      this,
      "fleet",
      inputs,
      {
        name: "web",
        groupId: inputs.webGroupId,
        targetGroupArn: targets.arn,
        ...callingTheService(inputs, place),
      },
      place,
    );

    this.originName = originName;
    this.loadBalancerArn = loadBalancer.arn;
    this.targetGroupArn = targets.arn;
    this.autoScalingGroupName = fleet.autoScalingGroupName;
    this.roleArn = fleet.roleArn;
  }
}
