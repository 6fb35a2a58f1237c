import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import type { Home } from "../../core/home";
import { number } from "../../core/late";
import type { Ec2Inputs } from "../compute/contract";
import type { Running, Service } from "../compute/service";
import { group } from "./group";
import { image } from "./image";
import { launchTemplate } from "./launch-template";
import { role } from "./role";
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

  constructor(scope: Construct, id: string, inputs: Ec2Inputs, service: Service, place: Home) {
    super(scope, id);
    const name = `${inputs.namePrefix}-${service.name}`;

    const logGroup = new CloudwatchLogGroup(this, "log", {
      name: `/${inputs.namePrefix}/${service.name}`,
      kmsKeyId: inputs.logsKeyArn,
      retentionInDays: number(inputs.logRetentionDays),
    });
    const tags = fleetTags(this, name);
    const { instanceRole, profile, policy } = role(this, { name, inputs, service, place, logGroupArn: logGroup.arn });
    const template = launchTemplate(this, {
      name,
      inputs,
      image: image(this, inputs),
      groupId: service.groupId,
      profileArn: profile.arn,
      userData: userData(this, inputs, service, place, logGroup.name),
      tags,
    });
    const instances = group(this, {
      name,
      inputs,
      template,
      tags,
      targetGroupArn: service.targetGroupArn,
      after: [policy],
    });

    this.serviceName = instances.name;
    this.roleArn = instanceRole.arn;
    this.logGroupName = logGroup.name;
  }
}
