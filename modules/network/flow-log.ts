import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { serviceRole } from "../blocks/service-role/service-role";
import { listsStreams, writesLog } from "../blocks/service-role/writes-log";
import type { BoundedHome } from "../core/home";
import { type LateNumber, number } from "../core/late";

interface FlowLogOptions {
  readonly home: BoundedHome;
  readonly vpc: Vpc;
  readonly namePrefix: string;
  readonly flowLogRetentionDays: LateNumber;
  readonly logsKeyArn: string;
}

/**
 * A record of every connection in the VPC, accepted or not, encrypted with the region's logs key.
 *
 * Its role may write into this one log group but not create it, so that the group does not come back after a destroy.
 */
export class VpcFlowLog extends Construct {
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, options: FlowLogOptions) {
    super(scope, id);
    const { home, vpc, namePrefix, flowLogRetentionDays, logsKeyArn } = options;
    const group = new CloudwatchLogGroup(this, "group", {
      name: `${namePrefix}-flow-logs`,
      retentionInDays: number(flowLogRetentionDays),
      kmsKeyId: logsKeyArn,
    });
    const role = serviceRole(this, "role", {
      home,
      name: `${namePrefix}-flow-logs`,
      service: "vpc-flow-logs.amazonaws.com",
      sourceArn: home.arn("ec2", "vpc-flow-log/*"),
      statements: [
        writesLog(group.arn),
        listsStreams(group.arn),
        { sid: "ListGroups", actions: ["logs:DescribeLogGroups"], resources: [home.arn("logs", "log-group:*")] },
      ],
    });
    new FlowLog(this, "all", {
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: { Name: namePrefix },
    });

    this.logGroupName = group.name;
  }
}
