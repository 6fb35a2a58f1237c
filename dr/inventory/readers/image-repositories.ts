import {
  DescribeRegistryCommand,
  GetLifecyclePolicyCommand,
  GetRegistryScanningConfigurationCommand,
  paginateDescribeRepositories,
  type Repository,
} from "@aws-sdk/client-ecr";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given, ordered, unlessAbsent } from "../answers";
import type { Item } from "../item";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** ECR repositories, and what their registry replicates and scans. */
export const imageRepositories: Reader = {
  service: "ECR",
  async list(aws) {
    const found = await everyItem(paginateDescribeRepositories({ client: aws.ecr }, {}), (page) => page.repositories);
    return [...(await Promise.all(found.map((one) => repository(aws, one)))), ...(await registry(aws))];
  },
};

async function repository({ ecr }: Aws, one: Repository): Promise<Item> {
  const { repositoryName, encryptionConfiguration } = one;
  const asked = ecr.send(new GetLifecyclePolicyCommand({ repositoryName }));
  const lifeCycle = await unlessAbsent(asked, "LifecyclePolicyNotFoundException");
  return {
    type: "aws_ecr_repository",
    id: given(one.repositoryArn),
    name: repositoryName,
    settings: {
      tagMutability: one.imageTagMutability,
      scanOnPush: one.imageScanningConfiguration?.scanOnPush,
      encryption: encryptionConfiguration?.encryptionType,
      kmsKey: encryptionConfiguration?.kmsKey,
      lifeCycle: policy(lifeCycle?.lifecyclePolicyText),
    },
  };
}

/** A registry is always there; only what somebody has set in it is something that exists. */
async function registry({ ecr, region }: Aws): Promise<Item[]> {
  const [{ replicationConfiguration }, { scanningConfiguration }] = await Promise.all([
    ecr.send(new DescribeRegistryCommand({})),
    ecr.send(new GetRegistryScanningConfigurationCommand({})),
  ]);
  const replicated = replicationConfiguration?.rules ?? [];
  const scanned = scanningConfiguration?.rules ?? [];
  return [
    ...(replicated.length > 0
      ? [{ type: "aws_ecr_replication_configuration", id: region, settings: { rules: ordered(replicated) } }]
      : []),
    ...(scanned.length > 0
      ? [
          {
            type: "aws_ecr_registry_scanning_configuration",
            id: region,
            settings: { scanType: scanningConfiguration?.scanType, rules: scanned },
          },
        ]
      : []),
  ];
}
