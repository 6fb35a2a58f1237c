import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import type { Construct } from "constructs";
import { type LinkedService, linkedServices, serviceLinkedRoles } from "./linked-services/contract";

/** ECS would make its own with the first cluster, and refuse that cluster until the role is there. https://github.com/hashicorp/terraform-provider-aws/issues/15452 */
const ofTasks: readonly LinkedService[] = ["ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com"];

interface Wanted {
  readonly runsTasks: boolean;
  readonly existing: readonly LinkedService[];
}

/** The ARNs of the roles by service: made here, or looked up where the account has them. AWS refuses a second one. */
export function linkServices(scope: Construct, { runsTasks, existing }: Wanted): ReadonlyMap<LinkedService, string> {
  return new Map(
    linkedServices
      .filter((service) => runsTasks || !ofTasks.includes(service))
      .map((service) => {
        const [id, name] = serviceLinkedRoles[service];
        const role = existing.includes(service)
          ? new DataAwsIamRole(scope, id, { name })
          : new IamServiceLinkedRole(scope, id, { awsServiceName: service });
        return [service, role.arn];
      }),
  );
}
