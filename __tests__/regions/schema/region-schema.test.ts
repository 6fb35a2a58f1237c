import { instanceTypes } from "../../../modules/blocks/compute/instance-types";
import { platform } from "../../../modules/core/names";
import { defaultEndpoints } from "../../../modules/network/contract";
import { checkRegion } from "../../../regions/schema/region-schema";
import { refusal } from "../../support/refusal";

const network = { cidr: "10.0.0.0/16" };
const live = { name: "eu-west-1", role: "live", network };
const tooMany = instanceTypes.slice(0, 41);
const cidrRule = "must be a /16 block such as 10.0.0.0/16. IPv4 CIDR block of the VPC.";
const imageRule = `must be an image with its tag or digest such as ${platform}/api:1.4.2. Image in ECR, in this account and region. The container serves HTTPS on port 8443.`;

type Row = [wrong: string, file: Readonly<Record<string, unknown>>, ...problems: string[]];

const rows: Row[] = [
  [
    "an unknown region",
    { ...live, name: "eu-west-9" },
    'name: "eu-west-9" must be one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2. Did you mean "eu-west-1"?',
  ],
  [
    "a wrong role",
    { ...live, role: "alive" },
    'role: "alive" must be one of live, standby, state, global. Did you mean "live"?',
  ],
  ["no role", { name: "eu-west-1" }, "role: is missing. It must be one of live, standby, state, global."],
  ["a misspelt tier", { ...live, databse: {} }, 'databse: is not a known field. Did you mean "database"?'],
  [
    "a misspelt tier, and not that the tier is missing",
    { name: "eu-west-1", role: "live", netwrok: network },
    'netwrok: is not a known field. Did you mean "network"?',
  ],
  [
    "a misspelt setting, and not that the setting is missing",
    { ...live, network: { cdir: "10.0.0.0/16" } },
    'network.cdir: is not a known setting. Did you mean "cidr"?',
  ],
  [
    "a subscription, by its name",
    { ...live, security: { subscriptions: [{ name: "on-call", protocol: "email", endpoint: "nobody" }] } },
    'security.subscriptions["on-call"].endpoint: "nobody" must be an e-mail address. Who is notified: a list of { name, protocol: email, https or sms, endpoint }.',
  ],
  [
    "an unknown tier",
    { name: "eu-north-1", role: "state", kitchen: {} },
    "kitchen: is not a known field. Known: name, role, state, audit, baseline, copies, failover, files, secrets.",
  ],
  [
    "a tier of another role",
    { name: "eu-central-1", role: "standby", database: {} },
    'database: is a tier of the role "live", but this region has the role "standby".',
  ],
  [
    "a misspelt setting",
    { ...live, network: { ...network, natGateway: "one" } },
    'network.natGateway: is not a known setting. Did you mean "natGateways"?',
  ],
  [
    "an unknown setting",
    { ...live, network: { ...network, colour: "red" } },
    "network.colour: is not a known setting. Known: zones, natGateways, appIpv6, interfaceEndpoints, interfaceEndpointZones, flowLogDestination, cidr, flowLogRetentionDays.",
  ],
  [
    "a missing setting",
    { ...live, network: {} },
    "network.cidr: is missing. It must be a /16 block such as 10.0.0.0/16. IPv4 CIDR block of the VPC.",
  ],
  [
    "a text for a tier",
    { ...live, api: "big" },
    'api: "big" must be an object. The shop\'s API: an internal load balancer in front of instances, containers or a function in all zones, with TLS throughout.',
  ],
  [
    "a text for a number",
    { ...live, database: { readerCount: "2" } },
    'database.readerCount: "2" must be a number. Number of readers besides the writer, spread over the zones. Each costs at least the minimum capacity.',
  ],
  [
    "a number that is not whole",
    { ...live, database: { readerCount: 1.5 } },
    "database.readerCount: 1.5 must be a whole number. Number of readers besides the writer, spread over the zones. Each costs at least the minimum capacity.",
  ],
  [
    "a number below the range",
    { ...live, database: { backupRetentionDays: 3 } },
    "database.backupRetentionDays: 3 must be at least 7. Days that a point-in-time restore can go back.",
  ],
  [
    "a number above the range",
    { ...live, database: { backupRetentionDays: 36 } },
    "database.backupRetentionDays: 36 must be at most 35. Days that a point-in-time restore can go back.",
  ],
  [
    "a number between the steps",
    { ...live, database: { minCapacityUnits: 0.7 } },
    "database.minCapacityUnits: 0.7 must be a multiple of 0.5. Minimum capacity of an instance, in Aurora capacity units (2 GiB of memory each): a unit costs about 102 USD a month. With 0 (16.3 and later, not in prod) instances without connections pause and cost storage only; the first connection then waits for about 15 seconds.",
  ],
  [
    "a value that is no choice",
    { ...live, network: { ...network, natGateways: "two" } },
    'network.natGateways: "two" must be one of zone, one. A NAT gateway in each zone, or one for all: that costs about 35 USD a month less for each zone without one, but if its zone fails, no zone has outbound internet access.',
  ],
  [
    "a list that is too short",
    { ...live, api: { instanceTypes: ["t4g.small"] } },
    'api.instanceTypes: ["t4g.small"] must have at least 2 entries. Instance types that may run, preferred ones first. Name several, because Spot capacity varies.',
  ],
  [
    "more instance types than AWS lets one group have",
    { ...live, api: { instanceTypes: tooMany } },
    `api.instanceTypes: ${JSON.stringify(tooMany)} must have at most 40 entries. Instance types that may run, preferred ones first. Name several, because Spot capacity varies.`,
  ],
  [
    "a misspelt choice, and not that its settings are unknown",
    { ...live, api: { compte: "ecs", containerImage: `${platform}/api:1` } },
    'api.compte: is not a known setting. Did you mean "compute"?',
  ],
  [
    "a reason that is none",
    { ...live, without: { recovery: "no" } },
    'without.recovery: "no" must say why, in a sentence of at least 20 characters. Why no target in dr/targets.ts rebuilds the region.',
  ],
  [
    "a reason for something else",
    { ...live, without: { alarms: "Nobody is on call for it." } },
    'without.alarms: is not a known setting. Did you mean "alerts"?',
  ],
  [
    "a reason of a region that is not live",
    { name: "eu-central-1", role: "standby", without: { alerts: "Nobody is on call for it." } },
    "without: is not a known field. Known: name, role, state, baseline, standby, copies, replication, delivery, files.",
  ],
  [
    "all that is wrong with a list, and with its entries",
    { ...live, api: { instanceTypes: ["t4g.smal"] } },
    'api.instanceTypes: "t4g.smal" must be an arm64 instance type, one of modules/blocks/compute/instance-types.ts. Did you mean "t4g.small"?',
    'api.instanceTypes: ["t4g.smal"] must have at least 2 entries. Instance types that may run, preferred ones first. Name several, because Spot capacity varies.',
  ],
  [
    "an instance type of another architecture",
    { ...live, api: { instanceTypes: ["t4g.small", "t3.small"] } },
    'api.instanceTypes: "t3.small" must be an arm64 instance type, one of modules/blocks/compute/instance-types.ts. Did you mean "t4g.small"?',
  ],
  [
    "an endpoint of a service that AWS does not have",
    { ...live, network: { ...network, interfaceEndpoints: ["ssmm"] } },
    'network.interfaceEndpoints: "ssmm" must be an AWS service with an interface endpoint, one of modules/network/endpoint-services.ts. Did you mean "ssm"?',
  ],
  ...[
    "network.flowLogRetentionDays",
    "database.logRetentionDays",
    "api.logRetentionDays",
    "cache.logRetentionDays",
    "events.logRetentionDays",
  ].map((path): Row => {
    const [tier = "", setting = ""] = path.split(".");
    return [
      `days that CloudWatch Logs does not keep a log for: ${path}`,
      { ...live, [tier]: { ...(tier === "network" ? network : {}), [setting]: 45 } },
      `${path}: 45 must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Nearest: 30 or 60.`,
    ];
  }),
  [
    "days that CloudWatch Logs does not keep the logs of DNS queries for",
    { name: "us-east-1", role: "global", dns: { queryLogRetentionDays: 4000 } },
    "dns.queryLogRetentionDays: 4000 must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Nearest: 3653.",
  ],
  [
    "a country that ISO does not know by these letters",
    { name: "us-east-1", role: "global", edge: { regionsByCountry: { UK: "eu-west-1" } } },
    'edge.regionsByCountry: "UK" must be a country by its two letters of ISO 3166-1, such as DE or GB. Live region by country, { DE: a region }; others get the nearest one. Route 53 sees the CloudFront location that a customer meets, mostly in the customer\'s country and not always: no promise where data is processed.',
  ],
  [
    "a country of a firewall's rule, by the rule's name",
    {
      name: "us-east-1",
      role: "global",
      edge: { firewallRules: [{ name: "away", action: "block", match: "countries", countries: ["EN"] }] },
    },
    'edge.firewallRules["away"].countries: "EN" must be a country by its two letters of ISO 3166-1, such as DE or GB. Rules of your own, evaluated in this order before all others: a list of { name, action: block, allow or count, match: countries, addresses or path, and its value }. A request that one allows skips the others. Each costs 1 USD a month.',
  ],
  [
    "a role by its ARN",
    { ...live, security: { deployerRoleNames: ["arn:aws:iam::111122223333:role/deploy"] } },
    `security.deployerRoleNames: "arn:aws:iam::111122223333:role/deploy" must be an IAM role's path and name, without an account or arn: before it. Roles of the account, by full name and path (such as aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_admin_0123), that apply Terraform and so create secrets under the secrets key. Workflow roles are added automatically.`,
  ],
  ["a block that is no /16", { ...live, network: { cidr: "10.0.0.0/8" } }, `network.cidr: "10.0.0.0/8" ${cidrRule}`],
  ["a block inside a /16", { ...live, network: { cidr: "10.0.1.0/16" } }, `network.cidr: "10.0.1.0/16" ${cidrRule}`],
  ["no address at all", { ...live, network: { cidr: "10.300.0.0/16" } }, `network.cidr: "10.300.0.0/16" ${cidrRule}`],
  [
    "a zone that the region lacks",
    { ...live, network: { ...network, zones: ["a", "f"] } },
    'network.zones: "f" is not a zone of eu-west-1. Zones there: a, b, c.',
  ],
  [
    "a letter that is no zone",
    { ...live, network: { ...network, zones: ["a", "x"] } },
    'network.zones: "x" must be one of a, b, c, d, e, f. Letters of the 2 or 3 Availability Zones to use; each subnet and its CIDR block belong to a letter.',
  ],
  [
    "a zone named twice",
    { ...live, network: { ...network, zones: ["a", "a"] } },
    'network.zones: ["a","a"] must name each zone once. Letters of the 2 or 3 Availability Zones to use; each subnet and its CIDR block belong to a letter.',
  ],
  [
    "a minimum above the maximum",
    { ...live, database: { minCapacityUnits: 16, maxCapacityUnits: 4 } },
    "database.minCapacityUnits: 16: The minimum capacity must not exceed the maximum. Lower minCapacityUnits or raise maxCapacityUnits.",
  ],
  [
    "capacity units on an engine that has none",
    { ...live, database: { engine: "rds", minCapacityUnits: 1 } },
    'database.minCapacityUnits: is a setting of engine "aurora", but engine is "rds" here.',
  ],
  [
    "readers on an engine that has none",
    { ...live, database: { engine: "rds", readerCount: 1 } },
    'database.readerCount: is a setting of engine "aurora", but engine is "rds" here.',
  ],
  [
    "an instance class on Aurora",
    { ...live, database: { instanceClass: "db.m7g.large" } },
    'database.instanceClass: is a setting of engine "rds", but engine is "aurora" here.',
  ],
  [
    "Aurora's serverless class on RDS",
    { ...live, database: { engine: "rds", instanceClass: "db.serverless" } },
    'database.instanceClass: "db.serverless" must be an RDS instance class such as db.t4g.medium or db.m7g.large. Instance class of the instance and its standby.',
  ],
  [
    "storage that RDS would not let grow so little",
    { ...live, database: { engine: "rds", storageGib: 950 } },
    "database.storageGib: 950: RDS wants a maximum at least 10 % above the initial storage. Lower storageGib or raise maxStorageGib.",
  ],
  [
    "a global database that is copied nowhere",
    { ...live, database: { engine: "global", copiedTo: [] } },
    'database.copiedTo: [] must have at least 1 entry. Other live regions that hold a replica: each says engine "replica" and this one as primaryRegion.',
  ],
  [
    "a copy of what is not copied",
    { ...live, database: { copiedTo: ["eu-central-1"] } },
    'database.copiedTo: is a setting of engine "rds", but engine is "aurora" here.',
  ],
  [
    "a log that expires on the day that it would move",
    { ...live, logs: { archiveColdAfterDays: 30, archiveRetentionDays: 30 } },
    "logs.archiveColdAfterDays: 30: Logs must not expire before they move to the colder storage class: S3 refuses that. Lower archiveColdAfterDays or raise archiveRetentionDays.",
  ],
  [
    "more on-demand instances than instances",
    { ...live, api: { onDemandPerZone: 8 } },
    "api.onDemandPerZone: 8: On-demand capacity cannot exceed total capacity. Lower onDemandPerZone or raise maxPerZone.",
  ],
  [
    "more on-demand tasks than tasks",
    { ...live, api: { compute: "ecs", containerImage: `${platform}/api:1`, maxPerZone: 1 } },
    "api.onDemandPerZone: On-demand capacity cannot exceed total capacity. Lower onDemandPerZone or raise maxPerZone.",
  ],
  [
    "an unknown compute",
    { ...live, api: { compute: "lamda" } },
    'api.compute: "lamda" must be one of ec2, ecs, lambda. Did you mean "lambda"?',
  ],
  [
    "a function with instance types",
    {
      ...live,
      api: { compute: "lambda", containerImage: `${platform}/api:1`, instanceTypes: ["t4g.small", "m7g.medium"] },
    },
    'api.instanceTypes: is a setting of compute "ec2", but compute is "lambda" here.',
  ],
  [
    "containers on ECS without an image",
    { ...live, web: { compute: "ecs" } },
    `web.containerImage: is missing. It must be an image with its tag or digest such as ${platform}/api:1.4.2. Image in ECR, in this account and region. The container serves HTTPS on port 8443, as a user that is not root, and writes to /tmp only: 64 MiB of the task's memory.`,
  ],
  [
    "tasks of a size that Fargate lacks",
    { ...live, web: { compute: "ecs", containerImage: `${platform}/web:1`, taskSize: "256/4096" } },
    'web.taskSize: "256/4096" must be one of 256/512, 512/1024, 1024/2048, 1024/4096, 2048/4096, 2048/8192, 4096/8192, 4096/16384. Did you mean "2048/4096"?',
  ],
  [
    "what instances run where there are none",
    { ...live, web: { compute: "ecs", containerImage: `${platform}/web:1`, workload: "page" } },
    'web.workload: is a setting of compute "ec2", but compute is "ecs" here.',
  ],
  [
    "an unknown workload",
    { ...live, web: { workload: "lambda" } },
    'web.workload: "lambda" must be one of page, ami, container. What the instances run: a minimal page that answers the health check, an AMI of yours, or a container.',
  ],
  [
    "a setting of another workload",
    { ...live, web: { workload: "page", containerImage: `${platform}/web:1` } },
    'web.containerImage: is a setting of workload "container", but workload is "page" here.',
  ],
  [
    "a setting of a workload where none is chosen",
    { ...live, web: { imageParameter: `/${platform}/web/image` } },
    'web.imageParameter: is a setting of workload "ami", but workload is "page" here.',
  ],
  [
    "a workload without its setting",
    { ...live, web: { workload: "ami" } },
    `web.imageParameter: is missing. It must be the path of a parameter such as /${platform}/api/image. SSM parameter with the AMI id: one of delivery.machineImages, or a public one of AWS below /aws/service. The AMI must serve HTTPS on port 8443.`,
  ],
  [
    "a machine image without its AMI",
    { ...live, delivery: { machineImages: { [`/${platform}/api/image`]: "ami-123" } } },
    `delivery.machineImages./${platform}/api/image: "ami-123" must be the id of an AMI such as ami-0123456789abcdef0. AMIs that instances run, by the SSM parameter that a tier finds its own by: { "/${platform}/api/image": an id }.`,
  ],
  [
    "a machine image under a parameter of AWS's own",
    { ...live, delivery: { machineImages: { "/aws/image": "ami-0123456789abcdef0" } } },
    `delivery.machineImages: "/aws/image" must be a path such as /${platform}/api/image; AWS keeps what begins with /aws and /ssm to itself. AMIs that instances run, by the SSM parameter that a tier finds its own by: { "/${platform}/api/image": an id }.`,
  ],
  [
    "a cache that cannot fail over",
    { ...live, cache: { nodeCount: 1 } },
    "cache.nodeCount: 1 must be at least 2. Number of nodes, spread over the zones; one of them writes. A cache.t4g.small costs about 20 USD a month.",
  ],
  [
    "threat protection without its price",
    { ...live, identity: { threatProtection: "on" } },
    'identity.threatProtection: "on" must be one of off, for 0.02 USD a month and active customer. Whether Cognito blocks compromised passwords and unusual sign-ins, see https://aws.amazon.com/cognito/pricing.',
  ],
  [
    "a burst of events below the rate",
    { ...live, events: { requestsPerSecond: 500 } },
    "events.requestsPerSecond: 500: A burst below the rate would limit callers to less than the rate. Lower requestsPerSecond or raise burstRequests.",
  ],
  [
    "a function's image where none is run",
    { ...live, events: { containerImage: `${platform}/events:1` } },
    'events.containerImage: is a setting of workload "container", but workload is "minimal" here.',
  ],
  [
    "several mistakes, each in its place",
    { ...live, logs: { retention: 1 }, api: { workload: "container", containerImage: "Shop" } },
    "logs.retention: is not a known setting. Known: objectLock, accessLogRetentionDays, archiveRetentionDays, archiveColdAfterDays.",
    `api.containerImage: "Shop" ${imageRule}`,
  ],
];

it.each(rows)("refuses %s", (_, { role, ...rest }, ...problems) => {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  expect(refusal(() => checkRegion("regions/here.ts", { role, ...rest }))).toBe(
    [`regions/here.ts has ${count}:`, ...problems.map((problem) => `  ${problem}`)].join("\n"),
  );
});

it("takes endpoints beside those that the shop calls", () => {
  const file = { ...live, network: { ...network, interfaceEndpoints: [...defaultEndpoints, "sqs"] } };
  expect(checkRegion("regions/here.ts", file)).toMatchObject({
    network: { interfaceEndpoints: expect.arrayContaining(["kms", "sqs"]) },
  });
});

it("fills in every default of a tier that a file leaves out", () => {
  expect(checkRegion("regions/here.ts", live)).toMatchObject({
    network: { zones: ["a", "b", "c"], natGateways: "zone" },
    database: { readerCount: 2, backupRetentionDays: 14 },
    api: { workload: "page", onDemandPerZone: 2, maxPerZone: 6 },
  });
});
