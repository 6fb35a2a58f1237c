import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog, type FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { closedBucket } from "../blocks/bucket/bucket";
import { logDelivery } from "../blocks/bucket/log-delivery";
import { serviceRole } from "../blocks/service-role/service-role";
import { listsStreams, writesLog } from "../blocks/service-role/writes-log";
import type { BoundedHome } from "../core/home";
import { type LateBoolean, type LateNumber, number } from "../core/late";

interface FlowLogOptions {
  readonly home: BoundedHome;
  readonly vpc: Vpc;
  readonly namePrefix: string;
  readonly ephemeral: LateBoolean;
  readonly flowLogDestination: "cloud-watch-logs" | "s3";
  readonly flowLogRetentionDays: LateNumber;
  readonly logsKeyArn: string;
  readonly archiveKeyArn: string;
}

type Destination = Pick<FlowLogConfig, "logDestination" | "logDestinationType" | "iamRoleArn">;

/** A record of every connection in the VPC, accepted or not, encrypted with a key of the region. */
export class VpcFlowLog extends Construct {
  /** The group that it is in; none where it goes to a bucket. */
  readonly logGroupNames: string[];

  constructor(scope: Construct, id: string, options: FlowLogOptions) {
    super(scope, id);
    const { vpc, namePrefix, flowLogDestination } = options;
    const group = flowLogDestination === "s3" ? undefined : this.group(options);
    new FlowLog(this, "all", {
      vpcId: vpc.id,
      trafficType: "ALL",
      ...(group ? this.toGroup(group, options) : this.toBucket(options)),
      tags: { Name: namePrefix },
    });

    this.logGroupNames = group ? [group.name] : [];
  }

  private group({ namePrefix, flowLogRetentionDays, logsKeyArn }: FlowLogOptions): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "group", {
      name: `${namePrefix}-flow-logs`,
      retentionInDays: number(flowLogRetentionDays),
      kmsKeyId: logsKeyArn,
    });
  }

  /** The role may write into this one log group but not create it, so that the group does not come back after a destroy. */
  private toGroup({ arn }: CloudwatchLogGroup, { home, namePrefix }: FlowLogOptions): Destination {
    const role = serviceRole(this, "role", {
      home,
      name: `${namePrefix}-flow-logs`,
      service: "vpc-flow-logs.amazonaws.com",
      sourceArn: home.arn("ec2", "vpc-flow-log/*"),
      statements: [
        writesLog(arn),
        listsStreams(arn),
        { sid: "ListGroups", actions: ["logs:DescribeLogGroups"], resources: [home.arn("logs", "log-group:*")] },
      ],
    });
    return { logDestination: arn, iamRoleArn: role.arn };
  }

  /** AWS's log delivery writes there, without a role. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html */
  private toBucket({ home, namePrefix, ephemeral, flowLogRetentionDays, archiveKeyArn }: FlowLogOptions): Destination {
    const bucket = closedBucket(this, "logs", {
      name: `${namePrefix}-flow-logs-${home.account}`,
      keyArn: archiveKeyArn,
      forceDestroy: ephemeral,
      statements: (arn) => logDelivery(home, arn, `AWSLogs/${home.account}/`),
      expireAfterDays: number(flowLogRetentionDays),
    });
    return { logDestination: bucket.arn, logDestinationType: "s3" };
  }
}
