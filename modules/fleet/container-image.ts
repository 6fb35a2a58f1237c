import { Fn } from "cdktf";
import type { Home } from "../core/home";

/** Host of the account's ECR in the region. */
export const registry = ({ account, region, dnsSuffix }: Home): string => `${account}.dkr.ecr.${region}.${dnsSuffix}`;

/** The image's repository: its name without tag or digest. */
export const repository = (image: string): string => Fn.replace(image, "/[:@].*$/", "");
