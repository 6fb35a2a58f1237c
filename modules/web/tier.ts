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
 * our CloudFront sends, and the paths of the health checks. Everything else gets 403.
 * Its code cannot read any secret, whether it runs on instances, in containers or as a function. The load balancer's access logs
 * go to the access-log bucket. Unless it is ephemeral, the load balancer has deletion protection.
 *
 * An image answers two questions, each with 200, or with 503 for no:
 *
 * - *Does it work?* At `livenessPath`, for the load balancer, which leads nobody to what says no or nothing, and for Auto Scaling or
 *   ECS, which replaces it. It looks at itself only, such as whether it can make an answer: if it looked at the API or the database,
 *   every target would be replaced, again and again, while one of these is down, and a new target would reach it no better.
 * - *Can this region serve customers?* At `edge.readinessPath`, for Route 53, which leads customers away from a region that says
 *   no: to another live one, to a recovered one that is open, or to the page of the tier failover. It looks at what the shop cannot
 *   do without, such as the API, whose own answer looks at the database, and at nothing that it can: cache, sign-in, events, or
 *   anything outside of the region. Route 53 waits for 2 seconds, so each look ends within one; and it asks more than once a second,
 *   so an answer is kept for some seconds. Anybody can ask: give no reasons.
 *
 * `edge.readinessPath` is `/health` at first, as is `livenessPath`: an image that knows that path only answers both questions there,
 * and at another one its region would be taken for lost. Two paths are two steps: deploy an image that answers `/health/ready`, too,
 * then set `edge.readinessPath`. For a path of another name, add it to `healthPaths`, and deploy web in each region before edge; take
 * the former one away after that.
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
      livenessPath: inputs.livenessPath,
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
      healthPaths: inputs.healthPaths,
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
