import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { home } from "../core/home";
import { Fleet } from "../fleet/fleet";
import { targetSettings } from "../fleet/target-settings";
import { apiContract } from "./contract";
import { database, databaseUser, orders } from "./database";
import { door } from "./door";

type C = typeof apiContract;

/**
 * The api tier: the shop's service, reached from inside of the VPC only, by TLS from end to end.
 *
 * Its instances may read the database's own secret and log in as one database user, nothing else. Unless it is
 * ephemeral, its load balancer cannot be deleted before its protection is taken off.
 *
 * *Cost*: a network load balancer and, at rest, two small instances a zone.
 */
export class ApiTier extends Construct implements Outputs<C> {
  static readonly contract = apiContract;
  readonly hostName: string;
  readonly loadBalancerArn: string;
  readonly targetGroupArn: string;
  readonly autoScalingGroupName: string;
  readonly roleArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const place = home(this);

    const targets = new LbTargetGroup(this, "targets", {
      name: `${inputs.namePrefix}-api`,
      vpcId: inputs.vpcId,
      protocol: "TLS",
      ...targetSettings,
    });
    const { loadBalancer, hostName } = door(this, inputs, targets);
    const fleet = new Fleet(
      this,
      "fleet",
      inputs,
      {
        name: "api",
        groupId: inputs.apiGroupId,
        targetGroupArn: targets.arn,
        environment: { DATABASE_CLUSTER: orders(inputs), DATABASE_USER: databaseUser },
        statements: database(inputs, place),
      },
      place,
    );

    this.hostName = hostName;
    this.loadBalancerArn = loadBalancer.arn;
    this.targetGroupArn = targets.arn;
    this.autoScalingGroupName = fleet.autoScalingGroupName;
    this.roleArn = fleet.roleArn;
  }
}
