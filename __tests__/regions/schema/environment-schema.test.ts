import { compliance } from "../../../modules/copies/contract";
import { platform } from "../../../modules/core/names";
import { domainName } from "../../../modules/dns/contract";
import { keepNamesWithinLimits } from "../../../regions/rules/keep-names-within-limits";
import type { RegionName } from "../../../regions/schema/aws-regions";
import { defineEnvironments, type EnvironmentFile } from "../../../regions/schema/environment-schema";
import { defineRegion } from "../../../regions/schema/region-schema";
import { imagesGoTo, machineImagesFor } from "../../../regions/wiring/images";
import { dev, frankfurt, ireland, prod, staging, stockholm, told, virginia } from "../../support/own-regions";
import { refusal } from "../../support/refusal";

const backup = { copiesTo: "eu-central-1" };
const paris = defineRegion({ name: "eu-west-3", role: "live", ...told, network: { cidr: "10.0.0.0/16" }, backup });
const oregon = defineRegion({ name: "us-west-2", role: "state" });
const milan = defineRegion({ name: "eu-south-1", role: "state" });
const live = (name: "eu-west-3" | "us-west-2", cidr: string, primaryRegion?: string) =>
  defineRegion({
    ...{ name, role: "live", ...told, network: { cidr, zones: ["a", "b", "c"] } },
    without: { backupCopies: "What it has is copied by its database." },
    ...(primaryRegion === undefined ? {} : { database: { engine: "replica", primaryRegion } }),
  });
const alsoWithImages = defineRegion({
  name: "eu-west-3",
  role: "live",
  ...told,
  network: { cidr: "10.2.0.0/16" },
  delivery: { machineImages: { [`/${platform}/api/image`]: "ami-0fedcba9876543210" } },
  backup: { copiesTo: "eu-central-1" },
});
const regions =
  "eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2";

/** What the type checker refuses, too, as plain JavaScript could say it. */
const untyped = (change: Readonly<Record<string, unknown>>): EnvironmentFile => Object.assign({}, prod, change);

const ourImages = { [`/${platform}/api/image`]: "ami-0123456789abcdef0" };
const withImages: EnvironmentFile = {
  ...prod,
  differences: { "eu-west-1": { delivery: { machineImages: ourImages } } },
};
const running = (imageParameter: string): EnvironmentFile => ({
  ...prod,
  differences: {
    "eu-west-1": { delivery: { machineImages: ourImages }, api: { workload: "ami", imageParameter } },
  },
});

const notADomain = (domain: string): string =>
  `prod.domain: "${domain}" must be a domain name in lower case such as shop.example.com.`;

const copying = (copiesTo: string) =>
  defineRegion({ name: "eu-west-1", role: "live", ...told, network: { cidr: "10.0.0.0/16" }, backup: { copiesTo } });

/** What is said of one file. */
const inFile = (file: string, ...problems: string[]): string =>
  [
    `${file} has ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}:`,
    ...problems.map((problem) => `  ${problem}`),
  ].join("\n");

const rows: [wrong: string, environments: EnvironmentFile[], ...problems: string[]][] = [
  [
    "address blocks that overlap",
    [{ ...prod, regions: [...prod.regions, paris] }],
    "regions/eu-west-3.ts and regions/eu-west-1.ts have 1 problem:\n  network.cidr (in prod): 10.0.0.0/16 overlaps 10.0.0.0/16, which is network.cidr in regions/eu-west-1.ts. Give one of them a /16 that nothing else uses.",
  ],
  [
    "an account of another environment",
    [prod, { ...prod, name: "dev" }],
    "dev.account: 333333333333 is the account of prod. Give each environment an account of its own.",
  ],
  [
    "a name of another environment",
    [prod, { ...prod, account: "111122223333" }],
    "prod: is the name of two environments. Give each a name of its own.",
  ],
  [
    "a state region that is none of its own",
    [{ ...prod, stateRegion: "eu-west-3" }],
    "prod.stateRegion: eu-west-3 is not a region of this environment, so it has no state bucket. Add its file to regions.",
  ],
  [
    "a state region under another law, where the edge's logs would be",
    [{ ...prod, stateRegion: "us-west-2", regions: [ireland, frankfurt, oregon, virginia] }],
    'prod.stateRegion: us-west-2 is in US jurisdiction and eu-west-1 in the EU; the logs of the edge, which are kept there, hold addresses of customers and must stay in the EU. Add eu-north-1, eu-south-1, eu-south-2 or eu-west-3 with the role "state", and no other one.',
  ],
  [
    "a state region by name, and logs that are put into another one, under another law",
    [{ ...prod, stateRegion: "eu-central-1", regions: [ireland, frankfurt, oregon, virginia] }],
    'prod.stateRegion: us-west-2 is in US jurisdiction and eu-west-1 in the EU; the logs of the edge, which are kept there, hold addresses of customers and must stay in the EU. Add eu-north-1, eu-south-1, eu-south-2 or eu-west-3 with the role "state", and no other one.',
    'prod.stateRegion: eu-central-1 has the role "standby", but the trail and the logs of the edge are put where the role is "state". Choose us-west-2.',
  ],
  [
    "states that are copied to no region of its own",
    [{ ...prod, differences: { "eu-north-1": { failover: { copiesStatesTo: "eu-west-3" } } } }],
    "prod.differences.eu-north-1.failover.copiesStatesTo: eu-west-3 has no state bucket. Choose eu-west-1, eu-central-1 or us-east-1.",
  ],
  [
    "states that are copied to where they are",
    [{ ...prod, differences: { "eu-north-1": { failover: { copiesStatesTo: "eu-north-1" } } } }],
    "prod.differences.eu-north-1.failover.copiesStatesTo: eu-north-1 is the region itself: its loss would take the copy along. Choose eu-west-1, eu-central-1 or us-east-1.",
  ],
  [
    "a state region that is out, and no copy of its states",
    [{ ...prod, stateRegionOut: true }],
    'prod.stateRegionOut: true, but nothing copies the states of eu-north-1. Take it out, and wait for eu-north-1; then say failover: { copiesStatesTo: "eu-west-1", "eu-central-1" or "us-east-1" } in its file.',
  ],
  [
    "no region with the role state",
    [{ ...prod, stateRegion: "us-east-1", regions: [ireland, frankfurt, virginia] }],
    'prod.stateRegion: us-east-1 has the role "global", but the trail and the logs of the edge are put where the role is "state". Choose a region whose file says role: "state", and no other one does.',
  ],
  [
    "two regions with the role state",
    [{ ...prod, regions: [...prod.regions, milan] }],
    'prod.regions: eu-north-1 and eu-south-1 have the role "state". Exactly one must have it, eu-north-1: others would have buckets of the same names.',
  ],
  [
    "a domain that only a recovery's certificate would be too long for",
    [{ ...prod, domain: `${"a".repeat(42)}.com` }],
    `prod.domain: origin.eu-central-1.${"a".repeat(42)}.com, with 66 of 64 characters, would be the name of a certificate where the shop runs or is rebuilt. Use a domain of at most 44 characters.`,
  ],
  ["a domain that begins with a hyphen", [{ ...prod, domain: "-shop.example.com" }], notADomain("-shop.example.com")],
  [
    "a domain with a label of 64 letters",
    [{ ...prod, domain: `${"a".repeat(64)}.com` }],
    notADomain(`${"a".repeat(64)}.com`),
  ],
  [
    "a drilled region of another shape than prod's, whose sizes may differ, and copies in another account",
    [
      { ...prod, differences: { "eu-west-1": { backup: { copiesToAccount: "444455556666" } } } },
      {
        ...dev,
        drillable: true,
        differences: {
          "eu-west-1": {
            network: { natGateways: "one" },
            database: { maxCapacityUnits: 4 },
            web: { instanceTypes: ["t4g.micro", "t4g.small"] },
            cache: {},
          },
        },
      },
    ],
    'dev.differences.eu-west-1.network.natGateways: "one" here, but "zone" in prod: a drill here would prove something else than what prod runs. Say the same in both.',
  ],
  [
    "a drilled region with another kind of database than prod's",
    [prod, { ...dev, drillable: true, differences: { "eu-west-1": { database: { engine: "rds" } } } }],
    'dev.differences.eu-west-1.database.engine: "rds" here, but "aurora" in prod: a drill here would prove something else than what prod runs. Say the same in both.',
  ],
  [
    "a drilled region without a tier that prod has",
    [
      { ...prod, differences: { "eu-west-1": { cache: {} } } },
      { ...dev, drillable: true },
    ],
    inFile(
      "regions/eu-west-1.ts",
      "cache (in dev): is not here, but prod has it: a drill here would prove something else than what prod runs. Say cache: {}.",
    ),
  ],
  [
    "copies of backups under another law",
    [{ ...prod, regions: [copying("us-east-1"), frankfurt, stockholm, virginia] }],
    inFile(
      "regions/eu-west-1.ts",
      "backup.copiesTo (in prod): us-east-1 is in US jurisdiction and eu-west-1 in the EU; personal data (customers and their orders) must stay in the EU. Choose eu-central-1 or eu-north-1.",
    ),
  ],
  [
    "copies of backups in the region that they are of",
    [{ ...prod, regions: [copying("eu-west-1"), frankfurt, stockholm, virginia] }],
    inFile(
      "regions/eu-west-1.ts",
      "backup.copiesTo (in prod): eu-west-1 is the region itself: its loss would take the copies along. Choose eu-central-1 or eu-north-1.",
    ),
  ],
  [
    "copies of backups in another account that is its own",
    [{ ...prod, differences: { "eu-west-1": { backup: { copiesToAccount: "333333333333" } } } }],
    "prod.differences.eu-west-1.backup.copiesToAccount: 333333333333 is the account of prod itself: its loss would take the copies along. Name another account of the organization, or say null.",
  ],
  [
    "copies in another account of what drills make",
    [
      {
        ...dev,
        drillable: true,
        differences: { "eu-west-1": { backup: { copiesToAccount: "444455556666" } } },
      },
    ],
    "dev.differences.eu-west-1.backup.copiesToAccount: drills run in this account (drillable, or account.workflows), and could not delete what they copy into 444455556666. Say null.",
  ],
  [
    "a live region whose backups are copied nowhere",
    [{ ...prod, differences: { "eu-west-1": { backup: { copiesTo: null } } } }],
    'prod.differences.eu-west-1.backup.copiesTo: null: the loss of eu-west-1 would take all of its backups along. Choose eu-central-1 or eu-north-1. Or say why not: without: { backupCopies: "a sentence" }.',
  ],
  [
    "copies of backups that the file says there are none of",
    [{ ...prod, differences: { "eu-west-1": { without: { backupCopies: "It has test data only." } } } }],
    "prod.differences.eu-west-1.without.backupCopies: backups are copied to eu-central-1. Remove without.backupCopies, or what it speaks of.",
  ],
  [
    "a live region whose alerts reach nobody",
    [{ ...prod, differences: { "eu-west-1": { security: { subscriptions: [] }, baseline: { subscriptions: [] } } } }],
    'prod.differences.eu-west-1.security.subscriptions: []: alarms of the region would reach nobody. Say subscriptions: onCall, from regions/on-call.ts. Or say why not: without: { alerts: "a sentence" }.',
    'prod.differences.eu-west-1.baseline.subscriptions: []: findings of GuardDuty would reach nobody. Say subscriptions: onCall, from regions/on-call.ts. Or say why not: without: { alerts: "a sentence" }.',
  ],
  [
    "subscriptions that the file says there are none of",
    [{ ...prod, differences: { "eu-west-1": { without: { alerts: "Nobody is on call for it." } } } }],
    "prod.differences.eu-west-1.without.alerts: alerts have subscriptions. Remove without.alerts, or what it speaks of.",
  ],
  [
    "a vault that is locked for ever where drills work",
    [
      {
        ...prod,
        name: "dev",
        drillable: true,
        differences: {
          "eu-central-1": { copies: { lock: compliance } },
          "us-east-1": { account: { workflows: ["drill"] } },
        },
      },
    ],
    "dev.differences.eu-central-1.copies.lock: nobody could ever delete what a drill copies into this vault, and drills run in this account (drillable, or account.workflows). Choose off or governance.",
  ],
  [
    "drills outside dev",
    [{ ...prod, differences: { "us-east-1": { account: { workflows: ["drill"] } } } }],
    "prod.differences.us-east-1.account.workflows: drill: a drill destroys a region, so it may run in the account of dev only, where that is marked drillable. Say it in the differences of dev, with drillable: true beside its stateRegion, or leave drill out.",
  ],
  [
    "an account other than dev's that is marked for drills",
    [{ ...prod, drillable: true }],
    "prod.drillable: true: a drill destroys a region, so it may run in the account of dev only, where that is marked drillable. Leave drillable out, or say it in dev.",
  ],
  [
    "the role of drills where the account is not marked for them",
    [{ ...prod, name: "dev", differences: { "us-east-1": { account: { workflows: ["drill"] } } } }],
    "dev.differences.us-east-1.account.workflows: drill: a drill destroys a region, so it may run in the account of dev only, where that is marked drillable. Say it in the differences of dev, with drillable: true beside its stateRegion, or leave drill out.",
  ],
  [
    "a service whose machine image nobody would copy",
    [{ ...prod, differences: { "eu-west-1": { web: { workload: "ami", imageParameter: `/${platform}/web/image` } } } }],
    `prod.differences.eu-west-1.web.imageParameter: /${platform}/web/image is not a machine image of eu-west-1, so nothing would copy it to where the region is rebuilt. Say delivery: { machineImages: { "/${platform}/web/image": the id of the AMI } } in regions/eu-west-1.ts, or use one of AWS's own parameters, below /aws/service.`,
  ],
  [
    "a machine image by nearly its name",
    [running(`/${platform}/api/imag`)],
    `prod.differences.eu-west-1.api.imageParameter: /${platform}/api/imag is not a machine image of eu-west-1, so nothing would copy it to where the region is rebuilt. Did you mean "/${platform}/api/image"?`,
  ],
  [
    "a machine image of a region that runs nothing",
    [{ ...prod, differences: { "eu-central-1": { delivery: { machineImages: ourImages } } } }],
    "prod.differences.eu-central-1.delivery.machineImages: eu-central-1 runs nothing until a region is lost. Name machine images in the live region that runs them; they are copied here.",
  ],
  [
    "machine images of two regions under one name where both are copied to",
    [{ ...withImages, regions: [...prod.regions, alsoWithImages] }],
    inFile(
      "regions/eu-west-3.ts",
      `delivery.machineImages./${platform}/api/image (in prod): eu-west-1 also has a machine image of that name in eu-central-1. Give each region names of its own, such as /${platform}/eu-west-3/image.`,
    ),
  ],
  [
    "an unknown state region",
    [untyped({ stateRegion: "eu-nort-1" })],
    `prod.stateRegion: "eu-nort-1" must be one of ${regions}. Did you mean "eu-north-1"?`,
  ],
  [
    "a short account id",
    [{ ...prod, account: "12" }],
    'prod.account: "12" must be an AWS account id, which has 12 digits.',
  ],
  [
    "a long name",
    [{ ...prod, name: "production" }],
    'production.name: "production" must be 2 to 7 lower-case letters: names of resources begin with it, and AWS limits their length.',
  ],
  ["no name", [untyped({ name: undefined })], "environments[0].name: is missing. It must be a string."],
  ["no domain name", [{ ...prod, domain: "Shop" }], notADomain("Shop")],
  ["no region", [{ ...prod, regions: [] }], "prod.regions: [] must have at least 1 entry."],
  [
    "a secret that nobody makes",
    [{ ...prod, differences: { "eu-west-1": { api: { secrets: ["payment-key"] } } } }],
    'prod.differences.eu-west-1.api.secrets: "payment-key" is none of the secrets of eu-north-1: none. Say secrets: { names: ["payment-key"] } in regions/eu-north-1.ts.',
  ],
  [
    "static files from no bucket",
    [{ ...prod, differences: { "us-east-1": { edge: { staticPaths: ["/static/*"] } } } }],
    "prod.differences.us-east-1.edge.staticPaths: /static/* come from buckets in two regions, and none has the tier files. Say files: {} in the region files of two of: eu-west-1, eu-central-1, eu-north-1.",
  ],
  [
    "static files that are lost with a region",
    [
      {
        ...prod,
        differences: { "us-east-1": { edge: { staticPaths: ["/static/*"] } }, "eu-north-1": { files: {} } },
      },
    ],
    "prod.differences.us-east-1.edge.staticPaths: /static/* come from buckets in two regions, and only eu-north-1 has the tier files. Say files: {} in the region files of one of: eu-west-1, eu-central-1.",
  ],
  [
    "the last live region out of service",
    [{ ...prod, differences: { "us-east-1": { edge: { outOfService: ["eu-west-1"] } } } }],
    "prod.differences.us-east-1.edge.outOfService: eu-west-1: no live region would be left in service, and customers would reach nothing. Leave one in service, or name the recovered region that is open in openRegions.",
  ],
  [
    "a region open for good that none can be rebuilt in",
    [{ ...prod, differences: { "us-east-1": { edge: { openRegions: ["eu-west-1"] } } } }],
    "prod.differences.us-east-1.edge.openRegions: eu-west-1 is not a standby region. Standby: eu-central-1.",
  ],
  [
    "a region out of service that is none of those that are live",
    [{ ...prod, differences: { "us-east-1": { edge: { outOfService: ["eu-central-1"] } } } }],
    "prod.differences.us-east-1.edge.outOfService: eu-central-1 is not a live region. Live: eu-west-1.",
  ],
  [
    "a country that is led to no live region",
    [{ ...prod, differences: { "us-east-1": { edge: { regionsByCountry: { FR: "eu-west-3" } } } } }],
    "prod.differences.us-east-1.edge.regionsByCountry.FR: eu-west-3 is not a live region. Live: eu-west-1.",
  ],
  [
    "a load balancer that refuses the health checks of Route 53",
    [{ ...prod, differences: { "us-east-1": { edge: { readinessPath: "/readyz" } } } }],
    inFile(
      "regions/eu-west-1.ts",
      "web.healthPaths (in prod): /health, /health/ready: the load balancer would refuse the health checks of Route 53, which ask /readyz, and nobody would be led to eu-west-1. Add /readyz here, or say another edge.readinessPath in regions/us-east-1.ts.",
    ),
  ],
  [
    "one path for whether it works and whether it can serve, of an image that knows two",
    [
      {
        ...prod,
        differences: {
          "us-east-1": { edge: { readinessPath: "/health/ready" } },
          "eu-west-1": { web: { livenessPath: "/health/ready" } },
        },
      },
    ],
    "prod.differences.eu-west-1.web.livenessPath: /health/ready: it is edge.readinessPath, too, so what cannot serve would be replaced again and again. Say a path at which an image looks at itself only.",
  ],
  [
    "a path that is none",
    [{ ...prod, differences: { "us-east-1": { edge: { readinessPath: "health/*" } } } }],
    inFile(
      "regions/environments.ts, prod.differences.us-east-1",
      'edge.readinessPath: "health/*" must be an absolute path without query, wildcards or a slash at its end, such as /health/ready. Path at which Route 53 asks a region whether it can serve; customers leave one that does not answer it with 2xx or 3xx. Say /health/ready once the images of web answer it.',
    ),
  ],
  [
    "a database of prod that pauses",
    [{ ...prod, differences: { "eu-west-1": { database: { minCapacityUnits: 0 } } } }],
    "prod.differences.eu-west-1.database.minCapacityUnits: 0: the database of prod would pause, and the first customer after that wait for it. Say 0.5 or more, or 0 in the differences of another environment.",
  ],
  [
    "a protection by Shield Advanced without its subscription",
    [{ ...prod, differences: { "us-east-1": { edge: { shieldProtection: true } } } }],
    'prod.differences.us-east-1.edge.shieldProtection: true: Shield Advanced protects nothing in an account without its subscription. Say account: { shieldAdvanced: "for 3,000 USD a month, for a year at least" } in regions/us-east-1.ts, or leave shieldProtection out.',
  ],
  [
    "a load balancer protected by Shield Advanced without its subscription",
    [{ ...prod, differences: { "eu-west-1": { web: { shieldProtection: true } } } }],
    'prod.differences.eu-west-1.web.shieldProtection: true: Shield Advanced protects nothing in an account without its subscription. Say account: { shieldAdvanced: "for 3,000 USD a month, for a year at least" } in regions/us-east-1.ts, or leave shieldProtection out.',
  ],
  [
    "no region for what all share",
    [{ ...prod, regions: [ireland, frankfurt, stockholm] }],
    'prod.regions: no region has the role "global". Exactly one must have it, us-east-1, because CloudFront, IAM and public DNS work there.',
  ],
  [
    "a region twice",
    [{ ...prod, regions: [...prod.regions, ireland] }],
    "prod.regions: eu-west-1 is listed twice. List it once.",
  ],
  [
    "a misspelt key",
    [untyped({ difference: {} })],
    'prod.difference: is not a known field. Did you mean "differences"?',
  ],
  [
    "a difference of an unknown region",
    [untyped({ differences: { "eu-west-11": {} } })],
    'prod.differences.eu-west-11: is not a known region. Did you mean "eu-west-1"?',
  ],
  [
    "a difference of a region that it has not",
    [{ ...prod, differences: { "us-west-2": {} } }],
    "prod.differences.us-west-2: is not a region of this environment. Its regions: eu-west-1, eu-central-1, eu-north-1, us-east-1.",
  ],
];

it.each(rows)("refuses %s", (_, environments, ...problems) => {
  const said = problems.some((problem) => problem.includes("\n"))
    ? problems.join("\n")
    : inFile("regions/environments.ts", ...problems);
  expect(refusal(() => defineEnvironments(environments))).toBe(said);
});

const withDatabase = (database: object, ...others: EnvironmentFile["regions"]): EnvironmentFile[] => [
  { ...prod, regions: [...prod.regions, ...others], differences: { "eu-west-1": { database } } },
];
const copyRows: [wrong: string, environments: EnvironmentFile[], said: string][] = [
  [
    "backups of personal data under another law",
    withDatabase({ engine: "rds", copiedTo: ["us-east-1"] }),
    inFile(
      "regions/environments.ts",
      'prod.differences.eu-west-1.database.copiedTo: us-east-1 is in US jurisdiction and eu-west-1 in the EU; personal data (customers and their orders) must stay in the EU. Choose a region in the EU with the role "standby", and say replication: {} in its file. Or keep no personal data there and say personalData: false.',
    ),
  ],
  [
    "backups where no standby is",
    withDatabase({ engine: "rds", copiedTo: ["eu-north-1"] }),
    inFile(
      "regions/environments.ts",
      'prod.differences.eu-west-1.database.copiedTo: eu-north-1 has no replication tier to keep the backups. Choose a region in the EU with the role "standby", and say replication: {} in its file.',
    ),
  ],
  [
    "a global database without its replica",
    withDatabase({ engine: "global", copiedTo: ["eu-west-3"] }, live("eu-west-3", "10.2.0.0/16")),
    inFile(
      "regions/environments.ts",
      'prod.differences.eu-west-1.database.copiedTo: eu-west-3 has no replica of this database. Choose a live region in the EU, and say database: { engine: "replica", primaryRegion: "eu-west-1" } in its file.',
    ),
  ],
  [
    "a replica of what is not global",
    [{ ...prod, regions: [...prod.regions, live("eu-west-3", "10.2.0.0/16", "eu-west-1")] }],
    inFile(
      "regions/eu-west-3.ts",
      'database.primaryRegion (in prod): eu-west-1 has no database that is copied to eu-west-3. Say database: { engine: "global", copiedTo: ["eu-west-3"] } in regions/eu-west-1.ts.',
    ),
  ],
  [
    "a replica of personal data under another law",
    withDatabase({ engine: "global", copiedTo: ["us-west-2"] }, live("us-west-2", "10.2.0.0/16", "eu-west-1")),
    inFile(
      "regions/environments.ts",
      'prod.differences.eu-west-1.database.copiedTo: us-west-2 is in US jurisdiction and eu-west-1 in the EU; personal data (customers and their orders) must stay in the EU. Choose a live region in the EU, and say database: { engine: "replica", primaryRegion: "eu-west-1" } in its file. Or keep no personal data there and say personalData: false.',
      "prod.stateRegion: eu-north-1 is in the EU and us-west-2 in US jurisdiction; the logs of the edge, which are kept there, hold addresses of customers and must stay in US jurisdiction. Give live regions under different laws an environment each.",
    ),
  ],
];

it.each(copyRows)("refuses %s", (_, environments, said) => {
  expect(refusal(() => defineEnvironments(environments))).toBe(said);
});

it("takes a live region that says why it has neither copies of backups nor anybody to alert", () => {
  const differences = {
    "eu-west-1": {
      ...{ backup: { copiesTo: null }, security: { subscriptions: [] }, baseline: { subscriptions: [] } },
      without: { backupCopies: "It has test data only.", alerts: "Nobody is on call for it." },
    },
  };
  expect(defineEnvironments([{ ...prod, differences }])).toHaveLength(1);
});

it("says once what is wrong in several environments, in the file that says it", () => {
  const regions = [copying("us-east-1"), frankfurt, stockholm, virginia];
  const all = [prod, staging, dev].map((environment) => ({ ...environment, regions }));
  expect(refusal(() => defineEnvironments(all))).toBe(
    inFile(
      "regions/eu-west-1.ts",
      "backup.copiesTo (in prod, staging and dev): us-east-1 is in US jurisdiction and eu-west-1 in the EU; personal data (customers and their orders) must stay in the EU. Choose eu-central-1 or eu-north-1.",
    ),
  );
});

it("says of an environment's own field in which environments it is wrong, and of a difference where it is said", () => {
  const all = [prod, staging].map((environment): EnvironmentFile => ({ ...environment, stateRegion: "eu-west-2" }));
  const differences = { "eu-west-1": { backup: { copiesTo: "eu-west-1" } } };
  expect(refusal(() => defineEnvironments([...all, { ...dev, differences }]))).toBe(
    inFile(
      "regions/environments.ts",
      "stateRegion (in prod and staging): eu-west-2 is not a region of this environment, so it has no state bucket. Add its file to regions.",
      "dev.differences.eu-west-1.backup.copiesTo: eu-west-1 is the region itself: its loss would take the copies along. Choose eu-central-1 or eu-north-1.",
    ),
  );
});

it("takes a domain in punycode, with digits, and with labels of 63 letters", () => {
  for (const domain of ["shop.xn--p1ai", "1.shop2.example.com", "a.b.io"])
    expect(defineEnvironments([{ ...prod, domain }])).toHaveLength(1);
  expect(domainName.safeParse(`${"a".repeat(63)}.${"b".repeat(63)}.com`).success).toBe(true);
});

it("measures the first part of names in each region, whatever regions there will be", () => {
  const sydney = { ...ireland, name: "ap-southeast-2" as RegionName };
  const environment = { ...prod, name: "staging", regions: [...prod.regions, sydney] };
  expect(keepNamesWithinLimits(environment, [environment])).toEqual([
    {
      path: "name",
      message:
        "staging-ap-southeast-2, with 22 of 20 characters, would be the first part of names there. Use a name of at most 5 letters.",
    },
  ]);
});

it("runs a platform under the law of one country: the USA", () => {
  const there = { network: { cidr: "10.0.0.0/16" }, backup: { copiesTo: "us-east-2" }, ...told };
  const regions = [
    defineRegion({ name: "us-west-2", role: "live", ...there }),
    defineRegion({ name: "us-east-2", role: "standby" }),
    defineRegion({ name: "us-west-1", role: "state" }),
    virginia,
  ];
  expect(defineEnvironments([{ ...prod, stateRegion: "us-west-1", regions }])).toHaveLength(1);
});

it("says that no region is left where AWS has one only under a law", () => {
  const london = defineRegion({
    ...{ name: "eu-west-2", role: "live", ...told, network: { cidr: "10.0.0.0/16" } },
    backup: { copiesTo: null },
  });
  const said = refusal(() => defineEnvironments([{ ...prod, regions: [london, stockholm, virginia] }]));
  const left = "No other region in UK jurisdiction is left that regions/schema/aws-regions.ts knows.";
  expect(said.split(left)).toHaveLength(3);
});

it("takes a global database and its replica in regions of one law", () => {
  const regions = withDatabase(
    { engine: "global", copiedTo: ["eu-west-3"] },
    live("eu-west-3", "10.2.0.0/16", "eu-west-1"),
  );
  expect(defineEnvironments(regions)).toHaveLength(1);
});

it("refuses a difference that breaks the region's rules, where it is said", () => {
  const differences = { "eu-west-1": { database: { minCapacityUnits: 64 } } };
  expect(refusal(() => defineEnvironments([{ ...prod, differences }]))).toBe(
    [
      "regions/environments.ts, prod.differences.eu-west-1 has 1 problem:",
      "  database.minCapacityUnits: 64: The minimum capacity must not exceed the maximum. Lower minCapacityUnits or raise maxCapacityUnits.",
    ].join("\n"),
  );
});

it("changes what a difference names, and leaves the rest to the region's file", () => {
  const differences = { "eu-west-1": { database: { maxCapacityUnits: 4 } } };
  const [environment] = defineEnvironments([{ ...prod, differences }]);
  expect(environment?.regions[0]).toMatchObject({
    network: ireland.network,
    database: { ...ireland.database, maxCapacityUnits: 4 },
  });
});

it("changes the variant of a tier, whose own settings go", () => {
  const file = defineRegion({
    name: "eu-west-1",
    role: "live",
    ...told,
    network: { cidr: "10.0.0.0/16" },
    backup,
    delivery: { machineImages: ourImages },
    api: { workload: "ami", imageParameter: `/${platform}/api/image`, maxPerZone: 9 },
  });
  const differences = { "eu-west-1": { api: { workload: "page" } } } as const;
  const regions = [file, ...prod.regions.slice(1)];
  const [environment] = defineEnvironments([{ ...prod, regions, differences }]);
  const [region] = environment?.regions ?? [];
  expect(region).toMatchObject({ api: { workload: "page", maxPerZone: 9 } });
  expect(region).not.toHaveProperty("api.imageParameter");
});

it("changes a setting of a variant, and leaves the variant as it is", () => {
  const api = { workload: "ami", imageParameter: `/${platform}/api/image` } as const;
  const delivery = { machineImages: ourImages };
  const file = defineRegion({ ...ireland, delivery, api });
  const differences = { "eu-west-1": { api: { workload: "ami", maxPerZone: 3 } } } as const;
  const [environment] = defineEnvironments([{ ...prod, regions: [file, ...prod.regions.slice(1)], differences }]);
  expect(environment?.regions[0]).toMatchObject({ api: { ...api, maxPerZone: 3 } });
});

it("replicates images to where the region's backups go, if there are repositories", () => {
  expect(imagesGoTo(prod, ireland)).toBe("eu-central-1");
  expect(imagesGoTo(prod, copying("eu-north-1"))).toBeNull();
  expect(imagesGoTo(prod, frankfurt)).toBeNull();
});

it("copies machine images to where the region's backups go, and nowhere else", () => {
  const [environment = prod] = defineEnvironments([withImages]);
  expect(machineImagesFor(environment, frankfurt)).toEqual({
    [`/${platform}/api/image`]: { id: "ami-0123456789abcdef0", region: "eu-west-1" },
  });
  expect(machineImagesFor(environment, ireland)).toEqual({});
  expect(machineImagesFor(prod, frankfurt)).toEqual({});
});

it("takes a machine image of the region's own, or one of AWS's, for what instances run", () => {
  for (const name of [`/${platform}/api/image`, "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"])
    expect(defineEnvironments([running(name)])).toHaveLength(1);
});
