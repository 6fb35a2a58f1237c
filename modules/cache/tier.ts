import { Construct } from "constructs";
import { tellEndpoint } from "../blocks/endpoints/parameter";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { ports } from "../network/contract";
import { alarms } from "./alarms";
import { cluster } from "./cluster";
import { cacheContract } from "./contract";
import { letIn, login } from "./login";

type C = typeof cacheContract;

/**
 * The cache tier: Valkey in the data subnets of several zones, with a replica that takes over within seconds.
 *
 * - Only the API tier reaches it, over TLS, and logs in with its role: there is no password. Data, snapshots and logs are
 *   encrypted at rest.
 * - When it is full, it evicts the least recently used keys. It is a cache: what must not be lost belongs in the database.
 * - Its snapshots stay in its region and are lost with it. A recovery starts with an empty cache, which fills with use.
 *
 * *Cost*: the nodes by the hour, snapshots beyond the first, a KMS key.
 */
export class CacheTier extends Construct implements Outputs<C> {
  static readonly contract = cacheContract;
  readonly primaryEndpoint: string;
  readonly readerEndpoint: string;
  readonly userName: string;
  readonly logGroupNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { user, group } = login(this, inputs.namePrefix);
    const { made, name, log } = cluster(this, inputs, { home: homeOf(this), userGroupId: group.id });
    letIn(this, inputs.apiRoleArn, { groupArn: made.arn, userArn: user.arn });
    alarms(this, name, inputs);

    tellEndpoint(this, {
      namePrefix: inputs.namePrefix,
      tier: "cache",
      value: {
        primaryEndpoint: made.primaryEndpointAddress,
        readerEndpoint: made.readerEndpointAddress,
        port: ports.cache,
        userName: user.userName,
        cacheName: name, // which IAM logs in to
      },
    });

    this.primaryEndpoint = made.primaryEndpointAddress;
    this.readerEndpoint = made.readerEndpointAddress;
    this.userName = user.userName;
    this.logGroupNames = [log.name];
  }
}
