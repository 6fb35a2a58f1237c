import * as cloudfront from "@aws-sdk/client-cloudfront";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as route53 from "@aws-sdk/client-route-53";
import * as shield from "@aws-sdk/client-shield";
import * as waf from "@aws-sdk/client-wafv2";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

const visibility = { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: "left" };
const origin: cloudfront.Origin = {
  ...{ Id: "left", DomainName: "origin.example.com" },
  CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: "https-only" },
};
const DistributionConfig: cloudfront.DistributionConfig = {
  ...{ CallerReference: "left", Comment: "left", Enabled: false },
  Origins: { Quantity: 1, Items: [origin] },
  DefaultCacheBehavior: {
    ...{ TargetOriginId: "left", ViewerProtocolPolicy: "https-only" },
    CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  },
};
const bucket = "arn:aws:s3:::there-before";
const distributionArn = "arn:aws:cloudfront::123456789012:distribution/LEFT";

/** One leftover of each kind that stands before the regions. */
export const edgeLeftovers: readonly Leftover[] = [
  {
    type: "aws_cloudfront_distribution",
    make: async ({ aws: { cloudFront: client } }) => {
      const { Distribution: made, ETag } = await client.send(
        new cloudfront.CreateDistributionCommand({ DistributionConfig }),
      );
      const removal = { Id: made?.Id, IfMatch: ETag };
      return { id: given(made?.ARN), remove: () => client.send(new cloudfront.DeleteDistributionCommand(removal)) };
    },
  },
  {
    type: "aws_cloudfront_function",
    make: async ({ aws: { cloudFront: client } }) => {
      const FunctionConfig = { Comment: "left", Runtime: "cloudfront-js-2.0" } as const;
      const FunctionCode = Buffer.from("function handler(event) { return event.request; }");
      const input = { Name: "left", FunctionConfig, FunctionCode };
      const { FunctionSummary: made, ETag } = await client.send(new cloudfront.CreateFunctionCommand(input));
      const removal = { Name: "left", IfMatch: ETag };
      const remove = () => client.send(new cloudfront.DeleteFunctionCommand(removal));
      return { id: given(made?.FunctionMetadata?.FunctionARN), remove };
    },
  },
  {
    type: "aws_cloudfront_cache_policy",
    make: async ({ aws: { cloudFront: client } }) => {
      const input = { CachePolicyConfig: { Name: "left", MinTTL: 0 } };
      const { CachePolicy: made, ETag } = await client.send(new cloudfront.CreateCachePolicyCommand(input));
      const removal = { Id: made?.Id, IfMatch: ETag };
      return { id: given(made?.Id), remove: () => client.send(new cloudfront.DeleteCachePolicyCommand(removal)) };
    },
  },
  {
    type: "aws_cloudfront_origin_access_control",
    make: async ({ aws: { cloudFront: client } }) => {
      const OriginAccessControlConfig = {
        Name: "left",
        SigningProtocol: "sigv4",
        SigningBehavior: "always",
        OriginAccessControlOriginType: "s3",
      } as const;
      const { OriginAccessControl: made, ETag } = await client.send(
        new cloudfront.CreateOriginAccessControlCommand({ OriginAccessControlConfig }),
      );
      const removal = { Id: made?.Id, IfMatch: ETag };
      return {
        id: given(made?.Id),
        remove: () => client.send(new cloudfront.DeleteOriginAccessControlCommand(removal)),
      };
    },
  },
  {
    type: "aws_cloudfront_origin_request_policy",
    make: async ({ aws: { cloudFront: client } }) => {
      const OriginRequestPolicyConfig = {
        Name: "left",
        HeadersConfig: { HeaderBehavior: "none" },
        CookiesConfig: { CookieBehavior: "none" },
        QueryStringsConfig: { QueryStringBehavior: "none" },
      } as const;
      const { OriginRequestPolicy: made, ETag } = await client.send(
        new cloudfront.CreateOriginRequestPolicyCommand({ OriginRequestPolicyConfig }),
      );
      const removal = { Id: made?.Id, IfMatch: ETag };
      const remove = () => client.send(new cloudfront.DeleteOriginRequestPolicyCommand(removal));
      return { id: given(made?.Id), remove };
    },
  },
  {
    type: "aws_cloudfront_response_headers_policy",
    make: async ({ aws: { cloudFront: client } }) => {
      const { ResponseHeadersPolicy: made, ETag } = await client.send(
        new cloudfront.CreateResponseHeadersPolicyCommand({ ResponseHeadersPolicyConfig: { Name: "left" } }),
      );
      const removal = { Id: made?.Id, IfMatch: ETag };
      const remove = () => client.send(new cloudfront.DeleteResponseHeadersPolicyCommand(removal));
      return { id: given(made?.Id), remove };
    },
  },
  {
    type: "aws_wafv2_web_acl",
    make: async ({ aws: { wafv2: client } }) => {
      const named = { Name: "left", Scope: "REGIONAL" } as const;
      const { Summary: made } = await client.send(
        new waf.CreateWebACLCommand({ ...named, DefaultAction: { Allow: {} }, VisibilityConfig: visibility }),
      );
      const removal = { ...named, Id: made?.Id, LockToken: made?.LockToken };
      return { id: given(made?.ARN), remove: () => client.send(new waf.DeleteWebACLCommand(removal)) };
    },
  },
  {
    type: "aws_wafv2_ip_set",
    make: async ({ aws: { wafv2: client } }) => {
      const named = { Name: "left", Scope: "CLOUDFRONT" } as const;
      const { Summary: made } = await client.send(
        new waf.CreateIPSetCommand({ ...named, IPAddressVersion: "IPV4", Addresses: ["192.0.2.0/24"] }),
      );
      const removal = { ...named, Id: made?.Id, LockToken: made?.LockToken };
      return { id: given(made?.ARN), remove: () => client.send(new waf.DeleteIPSetCommand(removal)) };
    },
  },
  {
    type: "aws_route53_health_check",
    make: async ({ aws: { route53: client } }) => {
      const HealthCheckConfig = { Type: "HTTPS", FullyQualifiedDomainName: "left.example.com", Port: 443 } as const;
      const input = { CallerReference: "left", HealthCheckConfig };
      const { HealthCheck } = await client.send(new route53.CreateHealthCheckCommand(input));
      const removal = { HealthCheckId: HealthCheck?.Id };
      const remove = () => client.send(new route53.DeleteHealthCheckCommand(removal));
      return { id: given(HealthCheck?.Id), remove };
    },
  },
  {
    type: "aws_route53_query_log",
    make: async ({ aws: { route53: client }, zone, queryLogGroup: CloudWatchLogsLogGroupArn }) => {
      const made = await client.send(
        new route53.CreateQueryLoggingConfigCommand({ HostedZoneId: zone, CloudWatchLogsLogGroupArn }),
      );
      const Id = given(made.QueryLoggingConfig?.Id);
      return { id: Id, remove: () => client.send(new route53.DeleteQueryLoggingConfigCommand({ Id })) };
    },
  },
  {
    type: "aws_shield_protection",
    make: async ({ aws: { shield: client } }) => {
      const input = { Name: "left", ResourceArn: "arn:aws:route53:::hostedzone/Z0LEFT" };
      await client.send(new shield.CreateSubscriptionCommand({}));
      const { ProtectionId } = await client.send(new shield.CreateProtectionCommand(input));
      const remove = () => client.send(new shield.DeleteProtectionCommand({ ProtectionId }));
      return { id: given(ProtectionId), remove };
    },
  },
  {
    type: "aws_cloudwatch_log_resource_policy",
    make: async ({ aws: { logs: client } }) => {
      const Statement = [{ Effect: "Allow", Principal: "*", Action: "logs:PutLogEvents", Resource: "*" }];
      const named = { policyName: "left" };
      const policyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
      await client.send(new logs.PutResourcePolicyCommand({ ...named, policyDocument }));
      return { id: "left", remove: () => client.send(new logs.DeleteResourcePolicyCommand(named)) };
    },
  },
  {
    type: "aws_cloudwatch_log_delivery_source",
    make: async ({ aws: { logs: client } }) => {
      const input = { name: "left", resourceArn: distributionArn, logType: "ACCESS_LOGS" };
      const { deliverySource } = await client.send(new logs.PutDeliverySourceCommand(input));
      return { id: given(deliverySource?.arn), remove: withTheDelivery };
    },
  },
  {
    type: "aws_cloudwatch_log_delivery_destination",
    make: async ({ aws: { logs: client } }) => {
      const deliveryDestinationConfiguration = { destinationResourceArn: bucket };
      const { deliveryDestination } = await client.send(
        new logs.PutDeliveryDestinationCommand({ name: "left", deliveryDestinationConfiguration }),
      );
      return { id: given(deliveryDestination?.arn), remove: withTheDelivery };
    },
  },
  {
    type: "aws_cloudwatch_log_delivery",
    make: async ({ aws: { logs: client } }) => {
      const { deliveryDestination } = await client.send(new logs.GetDeliveryDestinationCommand({ name: "left" }));
      const { delivery } = await client.send(
        new logs.CreateDeliveryCommand({
          deliverySourceName: "left",
          deliveryDestinationArn: deliveryDestination?.arn,
        }),
      );
      const id = given(delivery?.id);
      return { id, remove: () => removeDelivery(client, id) };
    },
  },
];

/** CloudWatch keeps the ends of a delivery as long as there is the delivery, which is made after them. */
const withTheDelivery = async () => {};

async function removeDelivery(client: logs.CloudWatchLogsClient, id: string): Promise<void> {
  await client.send(new logs.DeleteDeliveryCommand({ id }));
  await client.send(new logs.DeleteDeliverySourceCommand({ name: "left" }));
  await client.send(new logs.DeleteDeliveryDestinationCommand({ name: "left" }));
}
