import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import type { Home } from "../core/home";
import { type LateNumber, number } from "../core/late";

interface FlowLogInputs {
  readonly namePrefix: string;
  readonly flowLogRetentionDays: LateNumber;
  readonly logsKeyArn: string;
  readonly here: Home;
}

/**
 * A record of every connection in the VPC, accepted or not, encrypted with the region's logs key.
 *
 * Its role may write into this one log group but not create it, so that the group does not come back after a destroy.
 */
export class VpcFlowLog extends Construct {
  readonly logGroupName: string;

  constructor(
    scope: Construct,
    id: string,
    vpc: Vpc,
    { namePrefix, flowLogRetentionDays, logsKeyArn, here }: FlowLogInputs,
  ) {
    super(scope, id);
    const { account, region, partition, boundaryArn } = here;

    const group = new CloudwatchLogGroup(this, "group", {
      name: `${namePrefix}-flow-logs`,
      retentionInDays: number(flowLogRetentionDays),
      kmsKeyId: logsKeyArn,
    });
    const trust = new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        {
          principals: [{ type: "Service", identifiers: ["vpc-flow-logs.amazonaws.com"] }],
          actions: ["sts:AssumeRole"],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
            {
              test: "ArnLike",
              variable: "aws:SourceArn",
              values: [`arn:${partition}:ec2:${region}:${account}:vpc-flow-log/*`],
            },
          ],
        },
      ],
    });
    const ownGroup = new DataAwsIamPolicyDocument(this, "own-group", {
      statement: [
        {
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: [group.arn, `${group.arn}:*`],
        },
        {
          actions: ["logs:DescribeLogGroups"],
          resources: [`arn:${partition}:logs:${region}:${account}:log-group:*`],
        },
      ],
    });
    const role = new IamRole(this, "role", {
      name: `${namePrefix}-flow-logs`,
      assumeRolePolicy: trust.json,
      permissionsBoundary: boundaryArn,
    });
    const permission = new IamRolePolicy(this, "write", { name: "write", role: role.id, policy: ownGroup.json });
    new FlowLog(this, "all", {
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: { Name: namePrefix },
      dependsOn: [permission],
    });

    this.logGroupName = group.name;
  }
}
