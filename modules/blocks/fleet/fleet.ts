import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { Construct } from "constructs";
import { rolesPath } from "../../core/names";
import type { Ec2Inputs } from "../compute/contract";
import type { Run, Running } from "../compute/service";
import { group } from "./group";
import { image } from "./image";
import { launchTemplate } from "./launch-template";
import { fleetTags } from "./tags";
import { userData } from "./user-data";

/**
 * Instances of one service over all app subnets, replaced when they fail and when their template changes.
 *
 * They have no public address, no SSH and no key pair (Session Manager instead), take metadata by IMDSv2 only, keep
 * their data on encrypted volumes, and may do no more than the service says.
 */
export class Fleet extends Construct implements Running {
  readonly serviceName: string;
  readonly roleArn: string;
  readonly logGroupName: string;
  readonly serving: AutoscalingGroup;

  constructor(scope: Construct, id: string, run: Run<Ec2Inputs>) {
    super(scope, id);
    const { inputs, service, name, role, log } = run;

    const tags = fleetTags(this, name);
    const template = launchTemplate(this, {
      name,
      inputs,
      image: image(this, inputs),
      groupId: service.groupId,
      profileArn: new IamInstanceProfile(this, "profile", { name, path: rolesPath, role: role.name }).arn,
      userData: userData(this, run),
      tags,
    });
    const instances = group(this, { name, inputs, template, tags, targetGroupArn: service.targetGroupArn });

    this.serviceName = instances.name;
    this.roleArn = role.arn;
    this.logGroupName = log.name;
    this.serving = instances;
  }
}
