import { CopyImageCommand, DeregisterImageCommand } from "@aws-sdk/client-ec2";
import { DeleteRepositoryCommand } from "@aws-sdk/client-ecr";
import { DeleteParameterCommand } from "@aws-sdk/client-ssm";
import { type Aws, connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { findEveryImage } from "../../../dr/checks/find-every-image";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makeImages, nameImage, publicImage } from "../support/healthy-images";
import { lostRegion, targetRegion } from "../support/healthy-region";

let local: GatedAws;
let aws: Aws;
let number = 0;
beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, targetRegion);
});
afterAll(() => local.stop());

/** What was made, its names, and the question about them. */
const region = async () => {
  const { imageId, ...images } = await makeImages(aws, lostRegion, `images${++number}`);
  const [repositoryName = "", Name = ""] = [...images.repositories, ...images.imageParameters];
  const outcome = () => ask(findEveryImage, { aws, images } as unknown as RecoveredRegion);
  return { imageId, repositoryName, Name, outcome };
};
const failed = (...problems: string[]) => ({ status: "failed", problems });

describe("repositories and machine images are there", () => {
  it("passes with a repository and an encrypted copy under its parameter, and says how many", async () => {
    const { outcome } = await region();
    expect(await outcome()).toMatchObject({ status: "passed", seen: "1 repositories, 1 machine images" });
  });

  it("fails without the repository, which ECR would replicate into one with settings of its own", async () => {
    const { outcome, repositoryName } = await region();
    await aws.ecr.send(new DeleteRepositoryCommand({ repositoryName }));
    expect(await outcome()).toMatchObject(failed(`there is no repository ${repositoryName}`));
  });

  it("fails without the parameter", async () => {
    const { outcome, Name } = await region();
    await aws.ssm.send(new DeleteParameterCommand({ Name }));
    expect(await outcome()).toMatchObject(failed(`there is no parameter ${Name}`));
  });

  it("fails when the copy is gone", async () => {
    const { outcome, Name, imageId } = await region();
    await aws.ec2.send(new DeregisterImageCommand({ ImageId: imageId }));
    expect(await outcome()).toMatchObject(
      failed(`${Name} is ${imageId}, which is no AMI of the account's own in eu-central-1`),
    );
  });

  it("fails when the AMI is somebody else's", async () => {
    const { outcome, Name } = await region();
    await nameImage(aws, Name, publicImage);
    expect(await outcome()).toMatchObject(
      failed(`${Name} is ${publicImage}, which is no AMI of the account's own in eu-central-1`),
    );
  });

  it("fails when the copy is not encrypted", async () => {
    const { outcome, Name } = await region();
    const plain = { Name: "plain", SourceImageId: publicImage, SourceRegion: lostRegion };
    const { ImageId = "" } = await aws.ec2.send(new CopyImageCommand(plain));
    await nameImage(aws, Name, ImageId);
    expect(await outcome()).toMatchObject(failed(`${Name} is ${ImageId}, whose snapshots are not encrypted`));
  });
});
