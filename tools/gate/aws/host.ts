import type { Called } from "../protocol";
import { UnroutableCall } from "../upstream";

/** Services whose host has the region after their signing name. */
const regional = new Set(
  ["access-analyzer", "acm", "acm-pca", "apigateway", "application-autoscaling", "autoscaling", "backup"].concat(
    ["cloudtrail", "cognito-idp", "config", "drs", "dynamodb", "ec2", "ecs", "elasticache", "elasticloadbalancing"],
    ["events", "firehose", "guardduty", "kms", "lambda", "logs", "monitoring", "rds", "s3", "secretsmanager", "shield"],
    ["sns", "sqs", "ssm", "sts", "wafv2"],
  ),
);

/** Services whose host is called otherwise than they sign. */
const otherName: Readonly<Record<string, string>> = { ecr: "api.ecr" };

/** Services with one host for all regions. */
const global = new Set(["cloudfront", "iam", "route53"]);

/** The signing names of the services that the gate knows the host of. */
export const knownServices: readonly string[] = [...regional, ...Object.keys(otherName), ...global];

/**
 * The host that AWS serves a call at, in the partition of the commercial regions.
 *
 * Only of services that the platform uses: a host that was guessed could be anybody's.
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
export function awsHost({ service, region }: Pick<Called, "service" | "region">): string {
  if (global.has(service)) return `${service}.amazonaws.com`;
  const name = otherName[service] ?? (regional.has(service) ? service : undefined);
  if (name !== undefined && region !== undefined && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    return `${name}.${region}.amazonaws.com`;
  throw new UnroutableCall(
    `the gate does not know where AWS serves ${service} in ${region ?? "no region"}. Add it to tools/gate/aws/host.ts.`,
  );
}
