import { Construct } from "constructs";
import { nameOfService } from "../blocks/compute/contract";
import { run } from "../blocks/compute/run";
import { targetGroup } from "../blocks/compute/targets";
import { toldEndpoints } from "../blocks/endpoints/service";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { callingTheService } from "./calling-the-service";
import { originName, webContract } from "./contract";
import { listenerRules } from "./listener-rules";
import { webLoadBalancer } from "./load-balancer";
import { protection } from "./protection";

type C = typeof webContract;

/**
 * The web tier: the shop's pages, reachable through CloudFront only, with HTTPS up to the code that serves them.
 *
 * The network allows CloudFront and Route 53 health checks; the load balancer forwards requests that carry a secret that only
 * our CloudFront sends, and the path of the health checks. Everything else gets 403.
 * Its code cannot read any secret, whether it runs on instances, in containers or as a function. The load balancer's access logs
 * go to the access-log bucket. Unless it is ephemeral, the load balancer has deletion protection.
 *
 * *Cost*: an application load balancer and, at rest, two small instances per zone, or two tasks; a function costs by request.
 * With `firewall`, a web ACL with three rules; the limit of requests by client is at CloudFront, which knows clients.
 */
export class WebTier extends Construct implements Outputs<C> {
  static readonly contract = webContract;
  readonly originName: string;
  readonly loadBalancerArn: string;
  readonly targetGroupArn: string;
  readonly serviceName: string;
  readonly roleArn: string;
  readonly logGroupNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const home = boundedHomeOf(this, inputs);

    const targets = targetGroup(this, "targets", {
      compute: inputs.compute,
      deregistrationDelaySeconds: inputs.deregistrationDelaySeconds,
      name: nameOfService(inputs.namePrefix, "web"),
      vpcId: inputs.vpcId,
      protocol: "HTTPS",
    });
    const name = originName(home.region, inputs.domain);
    const { loadBalancer, listener } = webLoadBalancer(this, inputs, name);
    const { ready, lead } = listenerRules(this, inputs, { listener, targets });
    const protectionLogs = protection(this, inputs, { loadBalancer, region: home.region });
    const calling = callingTheService(inputs, home);
    const endpoints = toldEndpoints(home, inputs.namePrefix, inputs.endpointTiers);
    const { serviceName, roleArn, logGroupName, serving } = run(this, inputs, {
      home,
      name: "web",
      groupId: inputs.webGroupId,
      targetGroupArn: targets.arn,
      listener: ready,
      environment: { ...calling.environment, ...endpoints.environment },
      statements: [...calling.statements, ...endpoints.statements],
    });
    lead(serving);

    this.originName = name;
    this.loadBalancerArn = loadBalancer.arn;
    this.targetGroupArn = targets.arn;
    this.serviceName = serviceName;
    this.roleArn = roleArn;
    this.logGroupNames = [logGroupName, ...protectionLogs];
  }
}
