import { DrsReplicationConfigurationTemplate } from "@cdktf/provider-aws/lib/drs-replication-configuration-template";
import type { Construct } from "constructs";
import { key } from "../blocks/encryption/key";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { standbyContract } from "./contract";

type ReplicatedServersInputs = Extract<Inputs<typeof standbyContract>, { elasticDisasterRecovery: "template" }>;

/** How AWS Elastic Disaster Recovery replicates servers into this region: encrypted, over private addresses, kept a week. */
export function replicatedServers(scope: Construct, home: Home, inputs: ReplicatedServersInputs): void {
  const { namePrefix, stagingSubnetId, replicationGroupIds } = inputs;
  const disks = key(scope, "servers", {
    home,
    description: "Disks and snapshots of servers that are replicated to this region",
    alias: `alias/${namePrefix}-servers`,
    statements: [
      throughServices(home, "ReplicateDisks", { services: ["ec2"] }),
      grantsThroughServices(home, "HandOnToDisks", { services: ["ec2"] }),
    ],
  });
  new DrsReplicationConfigurationTemplate(scope, "servers-template", {
    associateDefaultSecurityGroup: false,
    replicationServersSecurityGroupsIds: replicationGroupIds,
    stagingAreaSubnetId: stagingSubnetId,
    createPublicIp: false,
    dataPlaneRouting: "PRIVATE_IP",
    bandwidthThrottling: 0,
    ebsEncryption: "CUSTOM",
    ebsEncryptionKeyArn: disks.arn,
    defaultLargeStagingDiskType: "GP3",
    replicationServerInstanceType: "t3.small",
    useDedicatedReplicationServer: false,
    autoReplicateNewDisks: true,
    stagingAreaTags: { Name: `${namePrefix}-replication` },
    pitPolicy: [
      { ruleId: 1, units: "MINUTE", interval: 10, retentionDuration: 60, enabled: true },
      { ruleId: 2, units: "HOUR", interval: 1, retentionDuration: 24, enabled: true },
      { ruleId: 3, units: "DAY", interval: 1, retentionDuration: 7, enabled: true },
    ],
  });
}
