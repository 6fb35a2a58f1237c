import type { Called } from "../protocol";
import { UnroutableCall } from "../upstream";

/** Where AWS serves a call, and the region that it wants it signed for there. */
export interface Served {
  readonly host: string;
  readonly region: string;
}

/** Services whose host has the region after their signing name. */
const regional = new Set(
  ["access-analyzer", "acm", "acm-pca", "apigateway", "application-autoscaling", "autoscaling", "backup"].concat(
    ["cloudtrail", "cognito-idp", "config", "drs", "dynamodb", "ec2", "ecs", "elasticache", "elasticloadbalancing"],
    ["events", "firehose", "guardduty", "kms", "lambda", "logs", "monitoring", "rds", "s3", "secretsmanager"],
    ["sns", "sqs", "ssm", "sts", "tagging", "wafv2"],
  ),
);

/** Services whose host is called otherwise than they sign. */
const otherName: Readonly<Record<string, string>> = { ecr: "api.ecr" };

/** Services with one host for all regions, which signs for Virginia whatever region its caller is in. */
const global: Readonly<Record<string, string>> = {
  cloudfront: "cloudfront.amazonaws.com",
  iam: "iam.amazonaws.com",
  route53: "route53.amazonaws.com",
  shield: "shield.us-east-1.amazonaws.com",
};

/** The signing names of the services that the gate knows the host of. */
export const knownServices: readonly string[] = [...regional, ...Object.keys(otherName), ...Object.keys(global)];

/**
 * Where AWS serves a call, in the partition of the commercial regions.
 *
 * Only of services that the platform uses: a host that was guessed could be anybody's.
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
export function servedAt({ service, region }: Pick<Called, "service" | "region">): Served {
  const host = Object.hasOwn(global, service) ? global[service] : undefined;
  if (host !== undefined) return { host, region: "us-east-1" };
  const name = regional.has(service) ? service : Object.hasOwn(otherName, service) ? otherName[service] : undefined;
  if (name !== undefined && region !== undefined && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    return { host: `${name}.${region}.amazonaws.com`, region };
  throw new UnroutableCall(
    `the gate does not know where AWS serves ${service} in ${region ?? "no region"}. Add it to tools/gate/aws/host.ts.`,
  );
}
