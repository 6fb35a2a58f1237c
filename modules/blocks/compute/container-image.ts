import { Fn } from "cdktf";
import type { Home } from "../../core/home";

/** Host of the account's ECR in the region. */
export const registry = ({ account, region, dnsSuffix }: Home): string => `${account}.dkr.ecr.${region}.${dnsSuffix}`;

/** ARN of the image's repository, whose name is the image's without tag or digest. */
export const repositoryArn = ({ arn }: Home, image: string): string =>
  arn("ecr", `repository/${Fn.replace(image, "/[:@].*$/", "")}`);
