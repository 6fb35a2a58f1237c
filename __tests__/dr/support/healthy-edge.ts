import { CreateDistributionCommand } from "@aws-sdk/client-cloudfront";
import {
  ChangeResourceRecordSetsCommand,
  CreateHealthCheckCommand,
  type ResourceRecordSet,
} from "@aws-sdk/client-route-53";
import type { Aws } from "../../../dr/aws";
import { need } from "./need";

/** CloudFront for a domain, and the records that lead it to the region of `aws` when no live one is healthy. */
export async function makeEdge(aws: Aws, zone: string, domain: string) {
  const HealthCheckId = await both(
    aws,
    await healthCheck(aws, `origin.${aws.region}.${domain}`),
    await openingCheck(aws, `${domain}-${aws.region}`),
  );
  const { Distribution } = await aws.cloudFront.send(
    new CreateDistributionCommand({
      DistributionConfig: {
        ...{ CallerReference: domain, Comment: domain, Enabled: true },
        Aliases: { Quantity: 1, Items: [domain] },
        Origins: {
          Quantity: 1,
          Items: [
            {
              ...{ Id: "healthy", DomainName: `origin.${domain}` },
              CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: "https-only" },
            },
          ],
        },
        DefaultCacheBehavior: {
          ...{ TargetOriginId: "healthy", ViewerProtocolPolicy: "redirect-to-https" },
          CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        },
      },
    }),
  );
  const distribution = need(Distribution?.DomainName);
  const AliasTarget = { DNSName: distribution, HostedZoneId: "Z2FDTNDATAQYW2", EvaluateTargetHealth: false };
  const records: ResourceRecordSet[] = [
    { Name: domain, Type: "A", AliasTarget },
    { Name: domain, Type: "AAAA", AliasTarget },
    { ...choice(`origin.${domain}`, `live.origin.${domain}`, "PRIMARY"), HealthCheckId },
    choice(`origin.${domain}`, `spare.origin.${domain}`, "SECONDARY"),
    { ...choice(`spare.origin.${domain}`, `recovered.origin.${domain}`, "PRIMARY"), HealthCheckId },
    choice(`spare.origin.${domain}`, `closed.origin.${domain}`, "SECONDARY"),
    { ...recovered(aws, domain), HealthCheckId },
  ];
  await setRecords(aws, zone, ...records);
  return { distribution, distributionId: need(Distribution?.Id), HealthCheckId };
}

const cname = (Name: string, Value: string, SetIdentifier: string): ResourceRecordSet => ({
  ...{ Name, Type: "CNAME", TTL: 60, SetIdentifier },
  ResourceRecords: [{ Value }],
});

/** One of the two that a name points to. */
export const choice = (name: string, to: string, Failover: "PRIMARY" | "SECONDARY"): ResourceRecordSet => ({
  ...cname(name, to, Failover),
  Failover,
});

/** Where the recovered regions are. */
export const recovered = ({ region }: Aws, domain: string, to = `origin.${region}.${domain}`): ResourceRecordSet => ({
  ...cname(`recovered.origin.${domain}`, to, region),
  Region: region as "eu-central-1",
});

/** A health check of a name. */
export async function healthCheck({ route53 }: Aws, FullyQualifiedDomainName: string): Promise<string> {
  const HealthCheckConfig = { Type: "HTTPS", Port: 443, FullyQualifiedDomainName } as const;
  const made = await route53.send(
    new CreateHealthCheckCommand({ CallerReference: FullyQualifiedDomainName, HealthCheckConfig }),
  );
  return need(made.HealthCheck?.Id);
}

/** A health check of the opening of the region. */
async function openingCheck({ route53, region }: Aws, CallerReference: string): Promise<string> {
  const HealthCheckConfig = {
    Type: "CLOUDWATCH_METRIC",
    AlarmIdentifier: { Region: "eu-north-1", Name: `shop-opening-${region}` },
    InsufficientDataHealthStatus: "LastKnownStatus",
    Inverted: true,
  } as const;
  const made = await route53.send(new CreateHealthCheckCommand({ CallerReference, HealthCheckConfig }));
  return need(made.HealthCheck?.Id);
}

/** A health check that is healthy when others all are. */
async function both({ route53 }: Aws, ...ChildHealthChecks: string[]): Promise<string> {
  const HealthCheckConfig = {
    Type: "CALCULATED",
    HealthThreshold: ChildHealthChecks.length,
    ChildHealthChecks,
  } as const;
  const CallerReference = ChildHealthChecks.join();
  const made = await route53.send(new CreateHealthCheckCommand({ CallerReference, HealthCheckConfig }));
  return need(made.HealthCheck?.Id);
}

/** Makes or changes records. */
export async function setRecords({ route53 }: Aws, HostedZoneId: string, ...records: ResourceRecordSet[]) {
  const Changes = records.map((ResourceRecordSet) => ({ Action: "UPSERT", ResourceRecordSet }) as const);
  await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
}
