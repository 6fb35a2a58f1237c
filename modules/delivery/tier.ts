import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { Construct } from "constructs";
import { instanceStatements } from "../blocks/encryption/instance-statements";
import { key } from "../blocks/encryption/key";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { deliveryContract } from "./contract";
import { functionsPull } from "./functions-pull";
import { lifeCycle } from "./life-cycle";
import { copiedImages, ownImages } from "./machine-images";

type C = typeof deliveryContract;

/**
 * The delivery tier: the shop's images, in the region that runs them and in the region where it is rebuilt.
 *
 * Tags are immutable. Images are scanned when they are pushed, encrypted with a key of their region, and replicated before a
 * loss, so a recovery pulls them from its own region. A repository that holds images cannot be destroyed, unless `ephemeral`.
 * AMIs are copied, too, and have the same SSM parameter in both regions. Lambda may pull images for functions of this account.
 *
 * *Cost*: a KMS key, storage by volume (of an AMI, that of its snapshots), the transfer of each replicated image.
 */
export class DeliveryTier extends Construct implements Outputs<C> {
  static readonly contract = deliveryContract;
  readonly repositoryArns: string[];
  readonly keyArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, ephemeral, repositories, replicatesTo, machineImages, copiedMachineImages } = inputs;
    const home = homeOf(this);
    const takesCopies = Object.keys(copiedMachineImages).length > 0;

    const images = key(this, "images", {
      home,
      description: "Container images and copies of AMIs",
      alias: `alias/${namePrefix}-images`,
      statements: [
        throughServices(home, "KeepImages", { services: ["ecr"] }),
        grantsThroughServices(home, "HandOnToImages", { services: ["ecr"] }),
        ...(takesCopies ? instanceStatements(home, inputs.autoscalingServiceRoleArn) : []),
      ],
    });
    const policy = functionsPull(this, home);
    this.repositoryArns = repositories.map((name) => {
      const id = name.replace(/[^a-z0-9]/g, "-");
      const repository = new EcrRepository(this, id, {
        name,
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: images.arn }],
        forceDelete: ephemeral,
      });
      new EcrRepositoryPolicy(this, `${id}-policy`, { repository: repository.name, policy });
      new EcrLifecyclePolicy(this, `${id}-life-cycle`, { repository: repository.name, policy: lifeCycle(inputs) });
      return repository.arn;
    });
    new EcrRegistryScanningConfiguration(this, "scans", {
      scanType: "BASIC",
      rule: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilter: [{ filter: "*", filterType: "WILDCARD" }] }],
    });
    if (replicatesTo !== null)
      new EcrReplicationConfiguration(this, "replication", {
        replicationConfiguration: {
          rule: [
            {
              destination: [{ region: replicatesTo, registryId: home.account }],
              repositoryFilter: repositories.map((filter) => ({ filter, filterType: "PREFIX_MATCH" })),
            },
          ],
        },
      });
    ownImages(this, machineImages);
    copiedImages(this, { images: copiedMachineImages, namePrefix, keyArn: images.arn });

    this.keyArn = images.arn;
  }
}
