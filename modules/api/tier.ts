import { Construct } from "constructs";
import { nameOfService } from "../blocks/compute/contract";
import { run } from "../blocks/compute/run";
import { targetGroup } from "../blocks/compute/targets";
import { toldEndpoints } from "../blocks/endpoints/service";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { databaseIdentifier } from "../database/contract";
import { apiContract, databaseUser } from "./contract";
import { database } from "./database";
import { apiLoadBalancer } from "./load-balancer";
import { ownSecrets } from "./own-secrets";
import { wayIn } from "./way-in";

type C = typeof apiContract;

/**
 * The API tier: the shop's service, reachable from inside the VPC only, with TLS from end to end.
 *
 * Its code may log in as one database user. Where the region has a cache, events or identity, it is told the name of the SSM
 * parameter with each one's endpoint, such as `CACHE_PARAMETER`, and may read it; of secrets
 * of the shop's own those in `secrets`; nothing else. The load balancer's access logs go to
 * the access-log bucket. Unless it is ephemeral, the load balancer has deletion protection.
 *
 * An image answers at `livenessPath`, with 200, whether it works itself, and looks at nothing else there: what does not work gets
 * no requests, and Auto Scaling or ECS replaces it, which mends no database. Whether the service can serve, database and all, is
 * for the pages to ask, at a path of yours such as `/health/ready`, before they answer Route 53 (see [web](../web/README.md)): no part
 * of the platform asks for it. Let its look at the database end within half a second.
 *
 * *Cost*: a network load balancer and, at rest, two small instances per zone, or two tasks; a function costs by request.
 */
export class ApiTier extends Construct implements Outputs<C> {
  static readonly contract = apiContract;
  readonly hostName: string;
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
      name: nameOfService(inputs.namePrefix, "api"),
      vpcId: inputs.vpcId,
      protocol: "TLS",
    });
    const loadBalancer = apiLoadBalancer(this, inputs);
    const { ready, lead, hostName } = wayIn(this, inputs, { home, loadBalancer, targets });
    const endpoints = toldEndpoints(home, inputs.namePrefix, inputs.endpointTiers);
    const secrets = ownSecrets(home, inputs.secrets);
    const { serviceName, roleArn, logGroupName, serving } = run(this, inputs, {
      home,
      name: "api",
      groupId: inputs.apiGroupId,
      targetGroupArn: targets.arn,
      listener: ready,
      healthPaths: [],
      environment: {
        DATABASE_CLUSTER: databaseIdentifier(inputs.namePrefix),
        DATABASE_USER: databaseUser,
        ...endpoints.environment,
        ...secrets.environment,
      },
      statements: [...database(inputs, home), ...endpoints.statements, ...secrets.statements],
    });
    lead(serving);

    this.hostName = hostName;
    this.loadBalancerArn = loadBalancer.arn;
    this.targetGroupArn = targets.arn;
    this.serviceName = serviceName;
    this.roleArn = roleArn;
    this.logGroupNames = [logGroupName];
  }
}
