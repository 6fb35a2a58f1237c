import * as acm from "@aws-sdk/client-acm";
import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import * as rds from "@aws-sdk/client-rds";
import * as route53 from "@aws-sdk/client-route-53";
import * as sns from "@aws-sdk/client-sns";
import * as ssm from "@aws-sdk/client-ssm";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const trust = document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" });

/** One leftover of each kind that watches, names, encrypts or permits. */
export const otherLeftovers: readonly Leftover[] = [
  {
    type: "aws_cloudwatch_metric_alarm",
    make: async ({ aws: { cloudwatch: client, region } }) => {
      const metric = { Namespace: "AWS/CertificateManager", MetricName: "DaysToExpiry", Statistic: "Minimum" } as const;
      const when = {
        ComparisonOperator: "LessThanThreshold",
        Threshold: 30,
        Period: 86400,
        EvaluationPeriods: 1,
      } as const;
      await client.send(new cloudwatch.PutMetricAlarmCommand({ AlarmName: "left", ...metric, ...when }));
      const remove = () => client.send(new cloudwatch.DeleteAlarmsCommand({ AlarmNames: ["left"] }));
      return { id: `arn:aws:cloudwatch:${region}:123456789012:alarm:left`, remove };
    },
  },
  {
    type: "aws_cloudwatch_composite_alarm",
    make: async ({ aws: { cloudwatch: client, region } }) => {
      await client.send(new cloudwatch.PutCompositeAlarmCommand({ AlarmName: "all-left", AlarmRule: "FALSE" }));
      const remove = () => client.send(new cloudwatch.DeleteAlarmsCommand({ AlarmNames: ["all-left"] }));
      return { id: `arn:aws:cloudwatch:${region}:123456789012:alarm:all-left`, remove };
    },
  },
  {
    type: "aws_cloudwatch_log_group",
    make: async ({ aws }) => {
      await aws.logs.send(new logs.CreateLogGroupCommand({ logGroupName: "/left" }));
      const remove = () => aws.logs.send(new logs.DeleteLogGroupCommand({ logGroupName: "/left" }));
      return { id: `arn:aws:logs:${aws.region}:123456789012:log-group:/left`, remove };
    },
  },
  {
    type: "aws_cloudwatch_dashboard",
    make: async ({ aws: { cloudwatch: client } }) => {
      const DashboardBody = JSON.stringify({ widgets: [] });
      await client.send(new cloudwatch.PutDashboardCommand({ DashboardName: "left", DashboardBody }));
      const { DashboardEntries = [] } = await client.send(new cloudwatch.ListDashboardsCommand({}));
      const remove = () => client.send(new cloudwatch.DeleteDashboardsCommand({ DashboardNames: ["left"] }));
      return {
        id: given(DashboardEntries.find(({ DashboardName }) => DashboardName === "left")?.DashboardArn),
        remove,
      };
    },
  },
  {
    type: "aws_sns_topic",
    make: async ({ aws }) => {
      const { TopicArn } = await aws.sns.send(new sns.CreateTopicCommand({ Name: "left" }));
      return { id: given(TopicArn), remove: () => aws.sns.send(new sns.DeleteTopicCommand({ TopicArn })) };
    },
  },
  {
    type: "aws_db_event_subscription",
    make: async ({ aws }) => {
      const { TopicArn } = await aws.sns.send(new sns.CreateTopicCommand({ Name: "of-left" }));
      const input = { SubscriptionName: "left", SnsTopicArn: TopicArn };
      await aws.rds.send(new rds.CreateEventSubscriptionCommand(input));
      await aws.sns.send(new sns.DeleteTopicCommand({ TopicArn }));
      const remove = () => aws.rds.send(new rds.DeleteEventSubscriptionCommand(input));
      return { id: `arn:aws:rds:${aws.region}:123456789012:es:left`, remove };
    },
  },
  {
    type: "aws_kms_key",
    make: async ({ aws }) => {
      const { KeyMetadata } = await aws.kms.send(new kms.CreateKeyCommand({ Description: "left" }));
      const removal = { KeyId: KeyMetadata?.KeyId, PendingWindowInDays: 7 };
      const remove = () => aws.kms.send(new kms.ScheduleKeyDeletionCommand(removal));
      return { id: given(KeyMetadata?.Arn), remove };
    },
  },
  {
    type: "aws_ssm_parameter",
    make: async ({ aws }) => {
      await aws.ssm.send(new ssm.PutParameterCommand({ Name: "/left", Value: "1", Type: "String" }));
      return { id: "/left", remove: () => aws.ssm.send(new ssm.DeleteParameterCommand({ Name: "/left" })) };
    },
  },
  {
    type: "aws_acm_certificate",
    make: async ({ aws }) => {
      const input = { DomainName: "left.example.com", ValidationMethod: "DNS", KeyAlgorithm: "EC_prime256v1" } as const;
      const { CertificateArn } = await aws.acm.send(new acm.RequestCertificateCommand(input));
      const remove = () => aws.acm.send(new acm.DeleteCertificateCommand({ CertificateArn }));
      return { id: given(CertificateArn), remove };
    },
  },
  {
    type: "aws_route53_zone",
    make: async ({ aws: { route53: client } }) => {
      const input = { Name: "left.example.com", CallerReference: "left" };
      const made = await client.send(new route53.CreateHostedZoneCommand(input));
      const Id = given(made.HostedZone?.Id);
      const remove = () => client.send(new route53.DeleteHostedZoneCommand({ Id }));
      return { id: Id.replace("/hostedzone/", ""), remove };
    },
  },
  {
    type: "aws_iam_role",
    make: async ({ aws: { iam: client } }) => {
      const RoleName = "left";
      const made = await client.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
      return { id: given(made.Role?.Arn), remove: () => client.send(new iam.DeleteRoleCommand({ RoleName })) };
    },
  },
  {
    type: "aws_iam_service_linked_role",
    make: async ({ aws: { iam: client } }) => {
      const input = { AWSServiceName: "autoscaling.amazonaws.com" };
      const { Role } = await client.send(new iam.CreateServiceLinkedRoleCommand(input));
      const remove = () => client.send(new iam.DeleteServiceLinkedRoleCommand({ RoleName: Role?.RoleName }));
      return { id: given(Role?.Arn), remove };
    },
  },
  {
    type: "aws_iam_policy",
    make: async ({ aws: { iam: client } }) => {
      const PolicyDocument = document({ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" });
      const { Policy } = await client.send(new iam.CreatePolicyCommand({ PolicyName: "left", PolicyDocument }));
      return {
        id: given(Policy?.Arn),
        remove: () => client.send(new iam.DeletePolicyCommand({ PolicyArn: Policy?.Arn })),
      };
    },
  },
  {
    type: "aws_iam_instance_profile",
    make: async ({ aws: { iam: client } }) => {
      const name = { InstanceProfileName: "left" };
      const made = await client.send(new iam.CreateInstanceProfileCommand(name));
      const remove = () => client.send(new iam.DeleteInstanceProfileCommand(name));
      return { id: given(made.InstanceProfile?.Arn), remove };
    },
  },
  {
    type: "aws_iam_openid_connect_provider",
    make: async ({ aws: { iam: client } }) => {
      const input = { Url: "https://token.example.com", ClientIDList: ["sts.amazonaws.com"] };
      const made = await client.send(new iam.CreateOpenIDConnectProviderCommand(input));
      const id = given(made.OpenIDConnectProviderArn);
      const removal = { OpenIDConnectProviderArn: id };
      return { id, remove: () => client.send(new iam.DeleteOpenIDConnectProviderCommand(removal)) };
    },
  },
];
