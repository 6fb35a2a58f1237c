import { compliance } from "../../../modules/copies/contract";
import { platform } from "../../../modules/core/names";
import { defineEnvironments, type EnvironmentFile } from "../../../regions/schema/environment-schema";
import { defineRegion } from "../../../regions/schema/region-schema";
import { imagesGoTo, machineImagesFor } from "../../../regions/wiring/images";
import { euCentral1 } from "../../example/regions/eu-central-1";
import { euNorth1 } from "../../example/regions/eu-north-1";
import { euWest1 } from "../../example/regions/eu-west-1";
import { usEast1 } from "../../example/regions/us-east-1";
import { refusal } from "../../support/refusal";

const prod: EnvironmentFile = {
  name: "prod",
  account: "333333333333",
  domain: "shop.example.com",
  stateRegion: "eu-north-1",
  regions: [euWest1, euCentral1, euNorth1, usEast1],
};
const paris = defineRegion({ name: "eu-west-3", role: "live", network: { cidr: "10.0.0.0/16" } });
const live = (name: "eu-west-3" | "us-west-2", cidr: string, primaryRegion?: string) =>
  defineRegion({
    ...{ name, role: "live", network: { cidr, zones: ["a", "b", "c"] } },
    ...(primaryRegion === undefined ? {} : { database: { engine: "replica", primaryRegion } }),
  });
const alsoWithImages = defineRegion({
  name: "eu-west-3",
  role: "live",
  network: { cidr: "10.2.0.0/16" },
  delivery: { machineImages: { [`/${platform}/api/image`]: "ami-0fedcba9876543210" } },
  backup: { copiesTo: "eu-central-1" },
});
const regions = "eu-central-1, eu-north-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-2";

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

const copying = (copiesTo: string) =>
  defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, backup: { copiesTo } });

const rows: [wrong: string, environments: EnvironmentFile[], ...problems: string[]][] = [
  [
    "address blocks that overlap",
    [{ ...prod, regions: [...prod.regions, paris] }],
    "prod.eu-west-3.network.cidr: 10.0.0.0/16 overlaps 10.0.0.0/16 of eu-west-1.network.cidr. Choose a /16 that no other region uses.",
  ],
  [
    "an account of another environment",
    [prod, { ...prod, name: "dev" }],
    "dev.account: 333333333333 is prod's account. Give each environment an account of its own.",
  ],
  [
    "a name of another environment",
    [prod, { ...prod, account: "111122223333" }],
    "prod: is there twice. Give each environment a name of its own.",
  ],
  [
    "a state region that is none of its own",
    [{ ...prod, stateRegion: "eu-west-3" }],
    "prod.stateRegion: eu-west-3 is not one of this environment's regions. Add its file to regions, so that it has a state bucket.",
  ],
  [
    "a state region under another law, where the edge's logs would be",
    [{ ...prod, stateRegion: "us-east-1" }],
    "prod.stateRegion: us-east-1 is under the law of us, eu-west-1 under that of eu: the logs of the edge, kept there, hold addresses of customers, which must not leave it. Choose one of eu-central-1, eu-north-1, eu-west-3.",
  ],
  [
    "copies of backups under another law",
    [{ ...prod, regions: [copying("us-east-1"), euCentral1, euNorth1, usEast1] }],
    "prod.eu-west-1.backup.copiesTo: us-east-1 is under the law of us, eu-west-1 under that of eu: personal data (customers and their orders) must not leave it. Choose eu-central-1, eu-north-1, eu-west-3.",
    "prod.eu-west-1.backup.copiesTo: us-east-1 has no copies vault. Choose eu-central-1 or eu-north-1.",
  ],
  [
    "copies of backups in the region that they are of",
    [{ ...prod, regions: [copying("eu-west-1"), euCentral1, euNorth1, usEast1] }],
    "prod.eu-west-1.backup.copiesTo: eu-west-1 is the region itself, whose loss takes copies there along. Choose eu-central-1 or eu-north-1.",
  ],
  [
    "a vault that is locked for ever where drills work",
    [
      {
        ...prod,
        name: "dev",
        differences: {
          "eu-central-1": { copies: { lock: compliance } },
          "us-east-1": { account: { drillRole: true } },
        },
      },
    ],
    "dev.eu-central-1.copies.lock: nobody could delete what a drill copies into the vault, and drills work in this account (account.drillRole). Choose off or governance.",
  ],
  [
    "drills outside dev",
    [{ ...prod, differences: { "us-east-1": { account: { drillRole: true } } } }],
    "prod.us-east-1.account.drillRole: true: a drill destroys a region, and works in the account of dev only. Say it in the differences of dev, or leave drillRole out.",
  ],
  [
    "a service whose machine image nobody would copy",
    [{ ...prod, differences: { "eu-west-1": { web: { workload: "ami", imageParameter: `/${platform}/web/image` } } } }],
    `prod.eu-west-1.web.imageParameter: /${platform}/web/image names no machine image of eu-west-1, and nothing would copy it to where the region is rebuilt. Say delivery: { machineImages: { "/${platform}/web/image": the id of its AMI } } in regions/eu-west-1.ts, or name a parameter of AWS's own below /aws/service.`,
  ],
  [
    "a machine image by nearly its name",
    [running(`/${platform}/api/imag`)],
    `prod.eu-west-1.api.imageParameter: /${platform}/api/imag names no machine image of eu-west-1, and nothing would copy it to where the region is rebuilt. Did you mean "/${platform}/api/image"?`,
  ],
  [
    "a machine image of a region that runs nothing",
    [{ ...prod, differences: { "eu-central-1": { delivery: { machineImages: ourImages } } } }],
    "prod.eu-central-1.delivery.machineImages: eu-central-1 runs nothing before a loss. Name the machine images in the live region that runs them, and they are copied.",
  ],
  [
    "machine images of two regions under one name where both are copied to",
    [{ ...withImages, regions: [...prod.regions, alsoWithImages] }],
    `prod.eu-west-3.delivery.machineImages./${platform}/api/image: eu-west-1 has a machine image of that name in eu-central-1, too. Give each region names of its own, such as /${platform}/eu-west-3/image.`,
  ],
  [
    "an unknown state region",
    [untyped({ stateRegion: "eu-nort-1" })],
    `prod.stateRegion: "eu-nort-1" must be one of ${regions}. Did you mean "eu-north-1"?`,
  ],
  ["a short account id", [{ ...prod, account: "12" }], 'prod.account: "12" must be an AWS account id, 12 digits.'],
  [
    "a long name",
    [{ ...prod, name: "production" }],
    'production.name: "production" must be 2 to 7 lower-case letters, because names begin with it and AWS limits their length.',
  ],
  ["no name", [untyped({ name: undefined })], "0.name: is missing. It must be a text."],
  ["no domain name", [{ ...prod, domain: "Shop" }], 'prod.domain: "Shop" must be a domain name in lower case.'],
  ["no region", [{ ...prod, regions: [] }], "prod.regions: [] must have at least 1 entry."],
  [
    "the last live region out of service",
    [{ ...prod, differences: { "us-east-1": { edge: { outOfService: ["eu-west-1"] } } } }],
    "prod.us-east-1.edge.outOfService: eu-west-1: no live region is left, so customers would find nothing. Leave one in service, or add another live region first.",
  ],
  [
    "a region out of service that is none of those that are live",
    [{ ...prod, differences: { "us-east-1": { edge: { outOfService: ["eu-central-1"] } } } }],
    "prod.us-east-1.edge.outOfService: eu-central-1 is not a live region of prod. Live: eu-west-1.",
  ],
  [
    "a country that is led to no live region",
    [{ ...prod, differences: { "us-east-1": { edge: { regionsByCountry: { FR: "eu-west-3" } } } } }],
    "prod.us-east-1.edge.regionsByCountry.FR: eu-west-3 is not a live region of prod. Live: eu-west-1.",
  ],
  [
    "a protection by Shield Advanced without its subscription",
    [{ ...prod, differences: { "us-east-1": { edge: { shieldProtection: true } } } }],
    'prod.us-east-1.edge.shieldProtection: true: Shield Advanced protects nothing without its subscription. Say account.shieldAdvanced: "for 3,000 USD a month, for a year at least" in regions/us-east-1.ts, or leave shieldProtection out.',
  ],
  [
    "a load balancer protected by Shield Advanced without its subscription",
    [{ ...prod, differences: { "eu-west-1": { web: { shieldProtection: true } } } }],
    'prod.eu-west-1.web.shieldProtection: true: Shield Advanced protects nothing without its subscription. Say account.shieldAdvanced: "for 3,000 USD a month, for a year at least" in regions/us-east-1.ts, or leave shieldProtection out.',
  ],
  [
    "no region for what all share",
    [{ ...prod, regions: [euWest1, euCentral1, euNorth1] }],
    'prod.regions: has no region of the role "global". Add regions/us-east-1.ts, where CloudFront, IAM and public DNS work, and no other.',
  ],
  [
    "a region twice",
    [{ ...prod, regions: [...prod.regions, euWest1] }],
    "prod.regions: eu-west-1 is there twice. Name it once.",
  ],
  ["a misspelt key", [untyped({ difference: {} })], 'prod.difference: is not known here. Did you mean "differences"?'],
  [
    "a difference of an unknown region",
    [untyped({ differences: { "eu-west-11": {} } })],
    'prod.differences.eu-west-11: is not known here. Did you mean "eu-west-1"?',
  ],
  [
    "a difference of a region that it has not",
    [{ ...prod, differences: { "us-west-2": {} } }],
    "prod.differences.us-west-2: is not one of this environment's regions: eu-west-1, eu-central-1, eu-north-1, us-east-1.",
  ],
];

it.each(rows)("refuses %s", (_, environments, ...problems) => {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  expect(refusal(() => defineEnvironments(environments))).toBe(
    [`regions/environments.ts has ${count}:`, ...problems.map((problem) => `  ${problem}`)].join("\n"),
  );
});

const withDatabase = (database: object, ...others: EnvironmentFile["regions"]): EnvironmentFile[] => [
  { ...prod, regions: [...prod.regions, ...others], differences: { "eu-west-1": { database } } },
];
const copyRows: [wrong: string, environments: EnvironmentFile[], ...problems: string[]][] = [
  [
    "backups of personal data under another law",
    withDatabase({ engine: "rds", copiedTo: ["us-east-1"] }),
    "prod.eu-west-1.database.copiedTo: us-east-1 is under the law of us, eu-west-1 under that of eu: personal data (customers and their orders) must not leave it. Choose eu-central-1, eu-north-1, eu-west-3, or keep no personal data there and say personalData: false.",
    'prod.eu-west-1.database.copiedTo: us-east-1 takes no backups. Choose a region whose role is "standby", and say replication: {} in its file.',
  ],
  [
    "backups where no standby is",
    withDatabase({ engine: "rds", copiedTo: ["eu-north-1"] }),
    'prod.eu-west-1.database.copiedTo: eu-north-1 takes no backups. Choose a region whose role is "standby", and say replication: {} in its file.',
  ],
  [
    "a global database without its replica",
    withDatabase({ engine: "global", copiedTo: ["eu-west-3"] }, live("eu-west-3", "10.2.0.0/16")),
    'prod.eu-west-1.database.copiedTo: eu-west-3 has no replica of it. Say database: { engine: "replica", primaryRegion: "eu-west-1" } in regions/eu-west-3.ts, whose role is "live".',
  ],
  [
    "a replica of what is not global",
    [{ ...prod, regions: [...prod.regions, live("eu-west-3", "10.2.0.0/16", "eu-west-1")] }],
    'prod.eu-west-3.database.primaryRegion: eu-west-1 has no database that is copied to eu-west-3. Say database: { engine: "global", copiedTo: ["eu-west-3"] } in its file.',
  ],
  [
    "a replica of personal data under another law",
    withDatabase({ engine: "global", copiedTo: ["us-west-2"] }, live("us-west-2", "10.2.0.0/16", "eu-west-1")),
    "prod.stateRegion: eu-north-1 is under the law of eu, us-west-2 under that of us: the logs of the edge, kept there, hold addresses of customers, which must not leave it. Choose one of us-east-1, us-east-2.",
    "prod.eu-west-1.database.copiedTo: us-west-2 is under the law of us, eu-west-1 under that of eu: personal data (customers and their orders) must not leave it. Choose eu-central-1, eu-north-1, eu-west-3, or keep no personal data there and say personalData: false.",
  ],
];

it.each(copyRows)("refuses %s", (_, environments, ...problems) => {
  const said = refusal(() => defineEnvironments(environments));
  for (const problem of problems) expect(said).toContain(`\n  ${problem}`);
  expect(said.split("\n")).toHaveLength(1 + problems.length);
});

it("takes a global database and its replica in regions of one law", () => {
  const regions = withDatabase(
    { engine: "global", copiedTo: ["eu-west-3"] },
    live("eu-west-3", "10.2.0.0/16", "eu-west-1"),
  );
  expect(defineEnvironments(regions)).toHaveLength(1);
});

const own = "444455556666";
const stillSays = (value: string, file: string, more = ""): string =>
  `still says ${value}${more}, but account ${own} is none of the examples. Run ./shop init, or correct regions/organization.ts or ${file}.`;
const silent = { baseline: { subscriptions: [] } };
const nobody = {
  "eu-west-1": { ...silent, security: { subscriptions: [] } },
  "eu-central-1": silent,
  "eu-north-1": silent,
  "us-east-1": silent,
};
const placeholderRows: [wrong: string, environment: EnvironmentFile, ...problems: string[]][] = [
  [
    "all that the shop is shipped with",
    { ...prod, account: own },
    `prod.domain: ${stillSays("shop.example.com", "regions/environments.ts")}`,
    `prod.eu-west-1.baseline.subscriptions: ${stillSays("on-call@shop.example.com", "regions/eu-west-1.ts", ", as 4 other places do")}`,
    `prod.us-east-1.account.githubRepository: ${stillSays("example/shop", "regions/us-east-1.ts")}`,
  ],
  [
    "a domain that is reserved for tests",
    {
      ...prod,
      account: own,
      domain: "shop.test",
      differences: { ...nobody, "us-east-1": { ...silent, account: { githubRepository: null } } },
    },
    `prod.domain: ${stillSays("shop.test", "regions/environments.ts")}`,
  ],
  [
    "an address that nobody answers at",
    {
      ...prod,
      account: own,
      domain: "shop.acme.io",
      differences: {
        ...nobody,
        "us-east-1": {
          baseline: { subscriptions: [{ name: "pager", protocol: "https", endpoint: "https://example.net/alerts" }] },
          account: { githubRepository: "acme/example" },
        },
      },
    },
    `prod.us-east-1.baseline.subscriptions: ${stillSays("https://example.net/alerts", "regions/us-east-1.ts")}`,
  ],
];

it.each(placeholderRows)("refuses, in an account of one's own, %s", (_, environment, ...problems) => {
  expect(
    refusal(() => defineEnvironments([environment]))
      .split("\n  ")
      .slice(1),
  ).toEqual(problems);
});

it("asks each environment by itself: one in an account of the examples keeps what it is shipped with", () => {
  const adopted: EnvironmentFile = {
    ...prod,
    account: own,
    domain: "shop.acme.io",
    differences: { ...nobody, "us-east-1": { ...silent, account: { githubRepository: "acme/shop" } } },
  };
  expect(defineEnvironments([adopted, { ...prod, name: "dev", account: "111122223333" }])).toHaveLength(2);
});

it("refuses a difference that breaks the region's rules, where it is said", () => {
  const differences = { "eu-west-1": { database: { minCapacityUnits: 64 } } };
  expect(refusal(() => defineEnvironments([{ ...prod, differences }]))).toBe(
    [
      "regions/environments.ts, prod.differences.eu-west-1 has 1 problem:",
      "  database.minCapacityUnits: 64: The least capacity must not be above the most. Lower minCapacityUnits or raise maxCapacityUnits.",
    ].join("\n"),
  );
});

it("changes what a difference names, and leaves the rest to the region's file", () => {
  const differences = { "eu-west-1": { database: { maxCapacityUnits: 4 } } };
  const [environment] = defineEnvironments([{ ...prod, differences }]);
  expect(environment?.regions[0]).toMatchObject({
    network: euWest1.network,
    database: { ...euWest1.database, maxCapacityUnits: 4 },
  });
});

it("changes the variant of a tier, whose own settings go", () => {
  const file = defineRegion({
    name: "eu-west-1",
    role: "live",
    network: { cidr: "10.0.0.0/16" },
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
  const file = defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, delivery, api });
  const differences = { "eu-west-1": { api: { workload: "ami", maxPerZone: 3 } } } as const;
  const [environment] = defineEnvironments([{ ...prod, regions: [file, ...prod.regions.slice(1)], differences }]);
  expect(environment?.regions[0]).toMatchObject({ api: { ...api, maxPerZone: 3 } });
});

it("replicates images to where the region's backups go, if there are repositories", () => {
  expect(imagesGoTo(prod, euWest1)).toBe("eu-central-1");
  expect(imagesGoTo(prod, copying("eu-north-1"))).toBeNull();
  expect(imagesGoTo(prod, euCentral1)).toBeNull();
});

it("copies machine images to where the region's backups go, and nowhere else", () => {
  const [environment = prod] = defineEnvironments([withImages]);
  expect(machineImagesFor(environment, euCentral1)).toEqual({
    [`/${platform}/api/image`]: { id: "ami-0123456789abcdef0", region: "eu-west-1" },
  });
  expect(machineImagesFor(environment, euWest1)).toEqual({});
  expect(machineImagesFor(prod, euCentral1)).toEqual({});
});

it("takes a machine image of the region's own, or one of AWS's, for what instances run", () => {
  for (const name of [`/${platform}/api/image`, "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"])
    expect(defineEnvironments([running(name)])).toHaveLength(1);
});
