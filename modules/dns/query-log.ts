import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Route53QueryLog } from "@cdktf/provider-aws/lib/route53-query-log";
import type { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import type { Construct } from "constructs";
import { key } from "../blocks/encryption/key";
import { logStatements } from "../blocks/encryption/log-statements";
import { is } from "../blocks/encryption/statements";
import type { Home } from "../core/home";
import { type LateNumber, number } from "../core/late";

interface QueryLogOptions {
  readonly namePrefix: string;
  readonly zone: Route53Zone;
  readonly retentionDays: LateNumber;
}

/**
 * A record of the names that resolvers ask the zone for, under a key of its own.
 *
 * Route 53 writes it in us-east-1 only, so it is the one log that is not kept under the law of the regions. It holds
 * resolvers' addresses, not customers'. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
 */
export function queryLog(scope: Construct, home: Home, { namePrefix, zone, retentionDays }: QueryLogOptions): string {
  const logsKey = key(scope, "query-log", {
    home,
    description: "Log of DNS queries",
    alias: `alias/${namePrefix}-dns-logs`,
    statements: logStatements(home),
  });
  const group = new CloudwatchLogGroup(scope, "queries", {
    name: `/aws/route53/${zone.name}`,
    retentionInDays: number(retentionDays),
    kmsKeyId: logsKey.arn,
  });
  const write = new DataAwsIamPolicyDocument(scope, "write-queries", {
    statement: [
      {
        principals: [{ type: "Service", identifiers: ["route53.amazonaws.com"] }],
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [`${group.arn}:*`],
        condition: [
          is("aws:SourceAccount", home.account),
          { test: "ArnLike", variable: "aws:SourceArn", values: [zone.arn] },
        ],
      },
    ],
  });
  const policy = new CloudwatchLogResourcePolicy(scope, "queries-policy", {
    policyName: `${namePrefix}-dns-queries`,
    policyDocument: write.json,
  });
  new Route53QueryLog(scope, "query-log-config", {
    zoneId: zone.zoneId,
    cloudwatchLogGroupArn: group.arn,
    dependsOn: [policy],
  });
  return group.name;
}
