import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { alarms } from "./alarms";
import { cluster } from "./cluster";
import { cacheContract } from "./contract";
import { letIn, login } from "./login";

type C = typeof cacheContract;

/**
 * The cache tier: Valkey in the data subnets, over several zones, which a replica takes over within seconds.
 *
 * - Only the api reaches it, over TLS only, and logs in with its role: there is no password. It is encrypted at rest, and
 *   so are its snapshots and logs.
 * - Full, it drops what was not used for longest. It is a cache: what must not be lost is in the database.
 * - Its snapshots stay in its region and go with it. A recovery begins with an empty cache, which fills as it is used.
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

    this.primaryEndpoint = made.primaryEndpointAddress;
    this.readerEndpoint = made.readerEndpointAddress;
    this.userName = user.userName;
    this.logGroupNames = [log.name];
  }
}
