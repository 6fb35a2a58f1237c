import { Eip } from "@cdktf/provider-aws/lib/eip";
import { Construct } from "constructs";
import { copiedByAccounts } from "../blocks/encryption/copied-by-accounts";
import { key } from "../blocks/encryption/key";
import { backups, grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { reservedAddressName, standbyContract } from "./contract";
import { replicatedServers } from "./replicated-servers";

type C = typeof standbyContract;

/**
 * The standby tier: what must exist in the target region before another region is lost.
 *
 * Snapshots are copied under this key, so reading them needs nothing from the lost region. Deleting it makes every copy
 * unreadable; AWS waits 30 days before it does.
 *
 * What a recovery has to know of tiers that regions share, it reads in the state of this one, which is in the target.
 *
 * A payment provider admits calls from addresses that it knows. With `natAddressZones` those of a recovery exist before it: they
 * are this tier's, NAT gateways of a recovery have them on loan, and get new ones only where there are none. A drill has them on
 * loan, too. Whoever destroys what was recovered gives them back; AWS does not let go of an address that a gateway has.
 *
 * Servers that cannot be rebuilt can be replicated to the region with AWS Elastic Disaster Recovery; by default none are.
 *
 * *Cost*: one KMS key; 3.65 USD a month for each address of `natAddressZones`; with Elastic Disaster Recovery another one, and its price for each server.
 */
export class StandbyTier extends Construct implements Outputs<C> {
  static readonly contract = standbyContract;
  readonly natAllocationIds: Record<string, string>;
  readonly natAddresses: string[];
  readonly snapshotKeyArn: string;
  readonly autoscalingServiceRoleArn: string;
  readonly boundaryArn: string;
  readonly zoneId: string;
  readonly originSecretNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix } = inputs;
    const home = homeOf(this);

    const snapshots = key(this, "snapshots", {
      home,
      description: "Copies of database snapshots from other regions, and databases restored from them",
      alias: `alias/${namePrefix}-snapshots`,
      statements: [
        throughServices(home, "CopyAndRestore", backups),
        grantsThroughServices(home, "HandOnToDatabases", backups),
        ...copiedByAccounts(home, inputs.copiedOnByAccounts ?? []),
      ],
    });

    const addresses = inputs.natAddressZones.map((letter) => {
      const id = `nat-${letter}-address`;
      return {
        letter,
        address: new Eip(this, id, { domain: "vpc", tags: { Name: reservedAddressName(namePrefix, letter) } }),
      };
    });

    if (inputs.elasticDisasterRecovery === "template") replicatedServers(this, home, inputs);

    this.natAllocationIds = Object.fromEntries(addresses.map(({ letter, address }) => [letter, address.allocationId]));
    this.natAddresses = addresses.map(({ address }) => address.publicIp);
    this.snapshotKeyArn = snapshots.arn;
    this.autoscalingServiceRoleArn = inputs.autoscalingServiceRoleArn ?? "";
    this.boundaryArn = inputs.boundaryArn ?? "";
    this.zoneId = inputs.zoneId ?? "";
    this.originSecretNames = inputs.originSecretNames ?? [];
  }
}
