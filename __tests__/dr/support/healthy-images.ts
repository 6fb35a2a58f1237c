import { CopyImageCommand } from "@aws-sdk/client-ec2";
import { CreateRepositoryCommand } from "@aws-sdk/client-ecr";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import type { Aws } from "../../../dr/aws";
import { need } from "./need";

/** An AMI that every region of the local AWS has; it is Amazon's. */
export const publicImage = "ami-12c6146b";

/** A repository, and a parameter with the copy of a lost region's AMI: the names of both. */
export async function makeImages(aws: Aws, SourceRegion: string, prefix: string) {
  const names = { repositories: [`${prefix}/api`], imageParameters: [`/${prefix}/api/image`] };
  await aws.ecr.send(new CreateRepositoryCommand({ repositoryName: `${prefix}/api` }));
  const source = { Name: prefix, SourceImageId: publicImage, SourceRegion, Encrypted: true };
  const imageId = need((await aws.ec2.send(new CopyImageCommand(source))).ImageId);
  await nameImage(aws, `/${prefix}/api/image`, imageId);
  return { ...names, imageId };
}

/** Lets a parameter name another AMI. */
export const nameImage = ({ ssm }: Aws, Name: string, Value: string) =>
  ssm.send(new PutParameterCommand({ Name, Value, Type: "String", DataType: "aws:ec2:image", Overwrite: true }));
