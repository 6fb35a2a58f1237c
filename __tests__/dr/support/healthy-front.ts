import { setTimeout as sleep } from "node:timers/promises";
import { DescribeCertificateCommand, RequestCertificateCommand } from "@aws-sdk/client-acm";
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  type CreateTargetGroupCommandInput,
  type RuleCondition,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  type ChangeBatch,
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type ResourceRecordSet,
  type Route53Client,
  type VPCRegion,
} from "@aws-sdk/client-route-53";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import type { Aws } from "../../../dr/aws";
import type { Served } from "../../../dr/checks/view";
import { originHeader } from "../../../modules/dns/contract";
import type { Network } from "./healthy-network";
import { need } from "./need";

const tls13 = "ELBSecurityPolicy-TLS13-1-2-2021-06";

interface Before {
  readonly domain: string;
  readonly vpcRegion: VPCRegion;
  /** What serves behind it. */
  readonly compute: Served["compute"];
}

/** Load balancers with listeners, certificates, target groups and names. */
export async function makeFront(aws: Aws, prefix: string, network: Network, { domain, vpcRegion, compute }: Before) {
  const publicZone = await makeZone(aws, domain);
  const privateZone = await makeZone(aws, `internal.${domain}`, { VPCRegion: vpcRegion, VPCId: network.vpcId });
  const [webCertificate, apiCertificate] = await Promise.all(
    [`origin.${aws.region}.${domain}`, `api.internal.${domain}`].map(async (name) => {
      const arn = await requestCertificate(aws, name);
      await validate(aws, publicZone, arn);
      return arn;
    }),
  );
  const web = await balancer(aws, `${prefix}-web`, {
    ...{ type: "application", scheme: "internet-facing", subnets: network.publicSubnets },
    groups: network.entranceGroups,
  });
  const api = await balancer(aws, `${prefix}-api`, {
    ...{ type: compute === "lambda" ? "application" : "network", scheme: "internal", subnets: network.appSubnets },
    groups: [network.apiEntranceGroup],
  });
  const [webTargets, apiTargets] = await Promise.all([
    targetGroup(aws, `${prefix}-web`, compute, { Protocol: "HTTPS", Port: 8443, VpcId: network.vpcId }),
    targetGroup(aws, `${prefix}-api`, compute, { Protocol: "TLS", Port: 8443, VpcId: network.vpcId }),
  ]);
  const httpListener = await listener(aws, {
    ...{ LoadBalancerArn: web.arn, Protocol: "HTTP", Port: 80 },
    DefaultActions: [{ Type: "redirect", RedirectConfig: { Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" } }],
  });
  const httpsListener = await listener(aws, {
    ...{ LoadBalancerArn: web.arn, Protocol: "HTTPS", Port: 443, SslPolicy: tls13 },
    Certificates: [{ CertificateArn: webCertificate }],
    DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "403" } }],
  });
  const secrets = await Promise.all(["blue", "green"].map((slot) => originSecret(aws, `${prefix}-origin-${slot}-1`)));
  await addRule(aws, httpsListener, webTargets, 10, {
    Field: "http-header",
    HttpHeaderConfig: { HttpHeaderName: originHeader, Values: secrets },
  });
  await addRule(aws, httpsListener, webTargets, 20, {
    Field: "path-pattern",
    PathPatternConfig: { Values: ["/health", "/health/ready"] },
  });
  const tlsListener = await listener(aws, {
    ...{ LoadBalancerArn: api.arn, Protocol: compute === "lambda" ? "HTTPS" : "TLS", Port: 443, SslPolicy: tls13 },
    Certificates: [{ CertificateArn: apiCertificate }],
    DefaultActions: [{ Type: "forward", TargetGroupArn: apiTargets }],
  });
  await pointTo(aws, publicZone, `origin.${aws.region}.${domain}`, web);
  await pointTo(aws, privateZone, `api.internal.${domain}`, api);
  await Promise.all([webCertificate, apiCertificate].map((arn) => issued(aws, need(arn))));
  return { publicZone, privateZone, web, api, webTargets, apiTargets, httpListener, httpsListener, tlsListener };
}

/** Makes a secret that origins know CloudFront by, and gives its value. */
export async function originSecret({ secrets }: Aws, Name: string): Promise<string> {
  await secrets.send(new CreateSecretCommand({ Name, SecretString: `${Name}-value` }));
  return `${Name}-value`;
}

/** Adds a rule that forwards what meets a condition. */
export const addRule = (
  { elb }: Aws,
  ListenerArn: string,
  TargetGroupArn: string,
  Priority: number,
  condition: RuleCondition,
) =>
  elb.send(
    new CreateRuleCommand({
      ...{ ListenerArn, Priority, Conditions: [condition] },
      Actions: [{ Type: "forward", TargetGroupArn }],
    }),
  );

interface Made {
  readonly arn: string;
  readonly dnsName: string;
  readonly zoneId: string;
}

/** Makes or changes the alias of a name. */
export async function pointTo({ route53 }: Aws, HostedZoneId: string, Name: string, { dnsName, zoneId }: Made) {
  const AliasTarget = { DNSName: dnsName, HostedZoneId: zoneId, EvaluateTargetHealth: true };
  await upsert(route53, HostedZoneId, { Name, Type: "A", AliasTarget });
}

/** Asks for a certificate; it is pending until its record is in the zone. */
export async function requestCertificate({ acm }: Aws, DomainName: string): Promise<string> {
  const made = await acm.send(new RequestCertificateCommand({ DomainName, ValidationMethod: "DNS" }));
  return need(made.CertificateArn);
}

export async function validate({ acm, route53 }: Aws, HostedZoneId: string, CertificateArn: string): Promise<void> {
  const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
  const { Name, Value } = need(Certificate?.DomainValidationOptions?.[0]?.ResourceRecord);
  await upsert(route53, HostedZoneId, { Name, Type: "CNAME", TTL: 60, ResourceRecords: [{ Value }] });
}

async function upsert(route53: Route53Client, HostedZoneId: string, ResourceRecordSet: ResourceRecordSet) {
  const ChangeBatch: ChangeBatch = { Changes: [{ Action: "UPSERT", ResourceRecordSet }] };
  await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch }));
}

/** Waits until a certificate is issued. */
async function issued({ acm }: Aws, CertificateArn: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
    if (Certificate?.Status === "ISSUED") return;
    await sleep(100);
  }
  throw new Error(`${CertificateArn} is not issued`);
}

export async function makeZone(
  { route53 }: Aws,
  Name: string,
  VPC?: { VPCRegion: VPCRegion; VPCId: string },
): Promise<string> {
  const made = await route53.send(new CreateHostedZoneCommand({ Name, CallerReference: Name, VPC }));
  return need(made.HostedZone?.Id);
}

async function balancer(
  { elb }: Aws,
  Name: string,
  options: {
    type: "application" | "network";
    scheme: "internet-facing" | "internal";
    subnets: string[];
    groups: string[];
  },
): Promise<Made> {
  const { LoadBalancers: [made] = [] } = await elb.send(
    new CreateLoadBalancerCommand({
      ...{ Name, Type: options.type, Scheme: options.scheme },
      ...{ Subnets: options.subnets, SecurityGroups: options.groups },
    }),
  );
  return {
    arn: need(made?.LoadBalancerArn),
    dnsName: need(made?.DNSName),
    zoneId: need(made?.CanonicalHostedZoneId),
  };
}

/** A task has an address of its own; a function has none. */
const targetTypes = { ec2: "instance", ecs: "ip", lambda: "lambda" } as const;

async function targetGroup(
  { elb }: Aws,
  Name: string,
  compute: Served["compute"],
  reached: Pick<CreateTargetGroupCommandInput, "Protocol" | "Port" | "VpcId">,
): Promise<string> {
  const input = { Name, TargetType: targetTypes[compute], ...(compute === "lambda" ? {} : reached) };
  const made = await elb.send(new CreateTargetGroupCommand(input));
  return need(made.TargetGroups?.[0]?.TargetGroupArn);
}

async function listener({ elb }: Aws, input: ConstructorParameters<typeof CreateListenerCommand>[0]): Promise<string> {
  return need((await elb.send(new CreateListenerCommand(input))).Listeners?.[0]?.ListenerArn);
}
