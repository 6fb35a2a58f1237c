import { CreateLogGroupCommand, PutResourcePolicyCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateRouteTableCommand, CreateSubnetCommand, CreateVpcCommand } from "@aws-sdk/client-ec2";
import { CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import { CreateHostedZoneCommand } from "@aws-sdk/client-route-53";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import type { Aws } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";

/** What leftovers are made in. */
export interface World {
  readonly aws: Aws;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly routeTable: string;
  readonly bucket: string;
  readonly zone: string;
  /** In us-east-1, where Route 53 logs. */
  readonly queryLogGroup: string;
  /** ARN of an RDS instance in us-east-1. */
  readonly instanceElsewhere: string;
}

/** Makes what is there before a run. */
export async function makeWorld(aws: Aws, virginia: Aws): Promise<World> {
  const { Vpc } = await aws.ec2.send(new CreateVpcCommand({ CidrBlock: "10.8.0.0/16" }));
  const vpc = given(Vpc?.VpcId);
  const subnet = async (zone: string, CidrBlock: string) => {
    const input = { VpcId: vpc, CidrBlock, AvailabilityZone: `${aws.region}${zone}` };
    return given((await aws.ec2.send(new CreateSubnetCommand(input))).Subnet?.SubnetId);
  };
  const subnets = [await subnet("a", "10.8.0.0/24"), await subnet("b", "10.8.1.0/24")];
  const { RouteTable } = await aws.ec2.send(new CreateRouteTableCommand({ VpcId: vpc }));
  const CreateBucketConfiguration = { LocationConstraint: "eu-west-1" } as const;
  await aws.s3.send(new CreateBucketCommand({ Bucket: "there-before", CreateBucketConfiguration }));
  await aws.logs.send(new CreateLogGroupCommand({ logGroupName: "logged-before" }));
  const zone = { Name: "before.example.com", CallerReference: "before" };
  const { HostedZone } = await aws.route53.send(new CreateHostedZoneCommand(zone));
  await virginia.logs.send(new CreateLogGroupCommand({ logGroupName: "queries" }));
  const queryLogGroup = "arn:aws:logs:us-east-1:123456789012:log-group:queries";
  const admits = {
    ...{ Effect: "Allow", Principal: { Service: "route53.amazonaws.com" } },
    ...{ Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${queryLogGroup}:*` },
  };
  const policyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [admits] });
  await virginia.logs.send(new PutResourcePolicyCommand({ policyName: "queries", policyDocument }));
  const { DBInstance } = await virginia.rds.send(
    new CreateDBInstanceCommand({
      ...{ DBInstanceIdentifier: "elsewhere", DBInstanceClass: "db.t4g.micro", Engine: "postgres" },
      ...{ AllocatedStorage: 20, MasterUsername: "shop", MasterUserPassword: "not-a-real-one" },
    }),
  );
  return {
    instanceElsewhere: given(DBInstance?.DBInstanceArn),
    ...{ aws, vpc, subnets, routeTable: given(RouteTable?.RouteTableId), bucket: "there-before" },
    zone: given(HostedZone?.Id),
    queryLogGroup,
  };
}
