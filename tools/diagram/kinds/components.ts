/** A component of the platform as the pictures show it. */
export interface Component {
  /** Its number in the README's table of components, where it has one. */
  readonly number?: number;
  readonly title: string;
  /** Its icon in the package aws-icons, by folder and name. */
  readonly icon: string;
  /** The tier whose code makes it. */
  readonly tier: string;
  /** The file of the project that makes it: where a click on it leads. */
  readonly file: string;
}

const service = (name: string): string => `architecture-service/${name}`;
const part = (name: string): string => `resource/${name}`;

/** The components that the README numbers, in the order of their numbers. */
const numbered = {
  route53: { title: "Route 53", icon: service("AmazonRoute53"), tier: "dns", file: "modules/dns/tier.ts" },
  shield: { title: "Shield", icon: service("AWSShield"), tier: "edge", file: "modules/edge/tier.ts" },
  waf: { title: "WAF", icon: service("AWSWAF"), tier: "edge", file: "modules/blocks/firewall/firewall.ts" },
  cloudfront: {
    title: "CloudFront",
    icon: service("AmazonCloudFront"),
    tier: "edge",
    file: "modules/edge/distribution.ts",
  },
  entrance: {
    title: "Load balancer of the web tier",
    icon: part("ElasticLoadBalancingApplicationLoadBalancer"),
    tier: "web",
    file: "modules/web/load-balancer.ts",
  },
  nat: { title: "NAT gateways", icon: part("AmazonVPCNATGateway"), tier: "network", file: "modules/network/routes.ts" },
  web: { title: "Web tier", icon: part("AmazonEC2Instances"), tier: "web", file: "modules/web/tier.ts" },
  service: {
    title: "Load balancer of the API tier",
    icon: part("ElasticLoadBalancingNetworkLoadBalancer"),
    tier: "api",
    file: "modules/api/load-balancer.ts",
  },
  api: { title: "API tier", icon: part("AmazonEC2Instances"), tier: "api", file: "modules/api/tier.ts" },
  database: { title: "Database", icon: service("AmazonAurora"), tier: "database", file: "modules/database/tier.ts" },
  guardduty: {
    title: "GuardDuty",
    icon: service("AmazonGuardDuty"),
    tier: "baseline",
    file: "modules/baseline/detector.ts",
  },
  cloudwatch: {
    title: "CloudWatch",
    icon: service("AmazonCloudWatch"),
    tier: "observability",
    file: "modules/observability/tier.ts",
  },
  vpc: { title: "VPC", icon: part("AmazonVPCInternetGateway"), tier: "network", file: "modules/network/tier.ts" },
  zones: {
    title: "Availability Zones",
    icon: part("AmazonVPCRouter"),
    tier: "network",
    file: "modules/network/subnets.ts",
  },
  subnets: {
    title: "Subnets, routes, network ACLs",
    icon: part("AmazonVPCNetworkAccessControlList"),
    tier: "network",
    file: "modules/network/routes.ts",
  },
  endpoints: {
    title: "Security groups, endpoints",
    icon: part("AmazonVPCEndpoints"),
    tier: "network",
    file: "modules/network/endpoints.ts",
  },
  intake: { title: "API Gateway", icon: service("AmazonAPIGateway"), tier: "events", file: "modules/events/intake.ts" },
  worker: {
    title: "Lambda and its queue",
    icon: service("AWSLambda"),
    tier: "events",
    file: "modules/events/worker.ts",
  },
} satisfies Record<string, Component>;

/** The components beside the numbered ones. */
const others = {
  cache: { title: "Cache", icon: service("AmazonElastiCache"), tier: "cache", file: "modules/cache/cluster.ts" },
  identity: {
    title: "Customer accounts",
    icon: service("AmazonCognito"),
    tier: "identity",
    file: "modules/identity/pool.ts",
  },
  certificates: {
    title: "Certificates",
    icon: service("AWSCertificateManager"),
    tier: "web",
    file: "modules/web/certificates.ts",
  },
  topics: {
    title: "Alert topics",
    icon: service("AmazonSimpleNotificationService"),
    tier: "security",
    file: "modules/blocks/alerts/topic.ts",
  },
  cloudtrail: { title: "CloudTrail", icon: service("AWSCloudTrail"), tier: "audit", file: "modules/audit/tier.ts" },
  config: { title: "AWS Config", icon: service("AWSConfig"), tier: "baseline", file: "modules/baseline/recorder.ts" },
  analyzer: {
    title: "Access Analyzer",
    icon: part("AWSIdentityAccessManagementIAMAccessAnalyzer"),
    tier: "baseline",
    file: "modules/baseline/tier.ts",
  },
  logBuckets: {
    title: "Log buckets",
    icon: service("AmazonSimpleStorageService"),
    tier: "logs",
    file: "modules/logs/tier.ts",
  },
  archive: { title: "Log archive", icon: service("AmazonDataFirehose"), tier: "logs", file: "modules/logs/archive.ts" },
  images: {
    title: "Images",
    icon: service("AmazonElasticContainerRegistry"),
    tier: "delivery",
    file: "modules/delivery/tier.ts",
  },
  keys: {
    title: "Keys",
    icon: service("AWSKeyManagementService"),
    tier: "security",
    file: "modules/blocks/encryption/key.ts",
  },
  secrets: {
    title: "Secrets",
    icon: service("AWSSecretsManager"),
    tier: "dns",
    file: "modules/dns/origin-secret.ts",
  },
  backups: { title: "AWS Backup", icon: service("AWSBackup"), tier: "backup", file: "modules/backup/plan.ts" },
  copies: {
    title: "Backup copies",
    icon: part("AWSBackupBackupVault"),
    tier: "copies",
    file: "modules/copies/tier.ts",
  },
  replication: {
    title: "Replicated backups",
    icon: service("AmazonRDS"),
    tier: "replication",
    file: "modules/replication/tier.ts",
  },
  standby: {
    title: "Standby",
    icon: service("AWSKeyManagementService"),
    tier: "standby",
    file: "modules/standby/tier.ts",
  },
  servers: {
    title: "Replicated servers",
    icon: service("AWSElasticDisasterRecovery"),
    tier: "standby",
    file: "modules/standby/replicated-servers.ts",
  },
  permissions: {
    title: "Workflow roles",
    icon: service("AWSIdentityandAccessManagement"),
    tier: "account",
    file: "modules/account/workflows/roles.ts",
  },
  states: {
    title: "Terraform states",
    icon: service("AmazonSimpleStorageService"),
    tier: "state",
    file: "modules/state/tier.ts",
  },
} satisfies Record<string, Component>;

export type ComponentId = keyof typeof numbered | keyof typeof others;

/** The ids of the numbered components: the first has the number 1. */
export const numberedIds = Object.keys(numbered) as readonly (keyof typeof numbered)[];

/** Every component by its id. */
export const components: Readonly<Record<ComponentId, Component>> = {
  ...(Object.fromEntries(
    Object.entries(numbered).map(([id, component], at) => [id, { number: at + 1, ...component }]),
  ) as Record<keyof typeof numbered, Component>),
  ...others,
};
