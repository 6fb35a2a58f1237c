import { Fn } from "cdktf";
import type { FleetInputs } from "./contract";
import type { Here } from "./here";

/** The inputs of a fleet that runs a container. */
export type Container = Extract<FleetInputs, { workload: "container" }>;

/** Host of the account's ECR in the region. */
export const registry = ({ account, region, dnsSuffix }: Here): string => `${account}.dkr.ecr.${region}.${dnsSuffix}`;

/** The image's repository: its name without tag or digest. */
export const repository = ({ containerImage }: Container): string => Fn.replace(containerImage, "/[:@].*$/", "");
