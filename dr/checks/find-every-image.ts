import { DescribeImagesCommand } from "@aws-sdk/client-ec2";
import { paginateDescribeRepositories } from "@aws-sdk/client-ecr";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { unlessAbsent } from "../inventory/answers";
import { everyItem } from "../lookup/pages";
import type { RecoveredRegion } from "./view";

/**
 * Whatever the region's file names to run is in the target: a repository for each of its container images, and each
 * machine image under its parameter, as a copy of the account's own that nobody in the lost region can take back.
 *
 * What is in the repositories is not asked: who builds the images pushes them.
 */
export const findEveryImage: Check<RecoveredRegion> = {
  id: "find-every-image",
  title: "Image repositories and AMIs exist under the names in the region file",
  question: "reachable",
  controls: evidence.recovery,
  ask: async ({ aws, images: { repositories, imageParameters } }) => {
    const found = await everyItem(paginateDescribeRepositories({ client: aws.ecr }, {}), (page) => page.repositories);
    const names = found.map(({ repositoryName }) => repositoryName);
    return {
      seen: `${repositories.length} repositories, ${imageParameters.length} machine images`,
      problems: [
        ...repositories.filter((name) => !names.includes(name)).map((name) => `there is no repository ${name}`),
        ...(await Promise.all(imageParameters.map((name) => imageProblems(aws, name)))).flat(),
      ],
    };
  },
};

async function imageProblems({ ec2, ssm, region }: Aws, name: string): Promise<string[]> {
  const asked = await unlessAbsent(ssm.send(new GetParameterCommand({ Name: name })), "ParameterNotFound");
  const id = asked?.Parameter?.Value;
  if (id === undefined) return [`there is no parameter ${name}`];
  const own = { Owners: ["self"], Filters: [{ Name: "image-id", Values: [id] }] };
  const { Images: [image] = [] } = await ec2.send(new DescribeImagesCommand(own));
  if (!image) return [`${name} is ${id}, which is no AMI of the account's own in ${region}`];
  const plain = image.BlockDeviceMappings?.some(({ Ebs }) => Ebs && Ebs.Encrypted !== true);
  return [
    ...(image.State === "available" ? [] : [`${name} is ${id}, which is ${image.State}, not available`]),
    ...(plain ? [`${name} is ${id}, whose snapshots are not encrypted`] : []),
  ];
}
