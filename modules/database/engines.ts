import { z } from "zod";
import type { Variants } from "../core/contract";

const readers = {
  readerCount: z
    .int()
    .min(0)
    .max(14)
    .default(2)
    .describe("Number of readers besides the writer, spread over the zones. Each costs at least the minimum capacity."),
};

const regions = z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be an AWS region such as eu-central-1"));

/** Whether another major version in `engineVersion` is an upgrade. `cost` is what happens meanwhile. */
const allowMajorVersionUpgrade = (cost: string) =>
  z
    .boolean()
    .default(false)
    .describe(
      `Whether another major version is applied, in place: ${cost}, and nothing takes it back but a restore. Without it AWS refuses the version. Try it first on a database that is restored from a snapshot: AWS makes no blue/green deployment of one whose password RDS manages (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/blue-green-deployments-considerations.html).`,
    );

const auroraSettings = z.object({
  engineVersion: z
    .string()
    .regex(/^\d+\.\d+$/, "must be a major and a minor version such as 16.8")
    .default("16.8")
    .describe(
      "Aurora PostgreSQL version, 13.6 or later. Prefer one with long-term support: AWS neither creates nor restores clusters of a retired version.",
    ),
  minCapacityUnits: z
    .number()
    .min(0)
    .max(256)
    .multipleOf(0.5)
    .default(0.5)
    .describe(
      "Minimum capacity of an instance, in Aurora capacity units (2 GiB of memory each): a unit costs about 102 USD a month. With 0 (16.3 and later, not in prod) instances without connections pause and cost storage only; the first connection then waits for about 15 seconds.",
    ),
  secondsUntilAutoPause: z
    .int()
    .min(300)
    .max(86400)
    .default(300)
    .describe("Seconds without connections until an instance pauses; only with a minimum of 0."),
  maxCapacityUnits: z
    .number()
    .min(1)
    .max(256)
    .multipleOf(0.5)
    .default(8)
    .describe("Maximum capacity of an instance, in Aurora capacity units."),
});

/** The same on a member of a global database: AWS refuses another major version of one member, and a primary ahead of its replicas. */
const memberSettings = auroraSettings.extend({
  engineVersion: auroraSettings.shape.engineVersion.describe(
    "Aurora PostgreSQL version of the global database, 13.6 or later, the same in each of its regions. Its members are upgraded together: run `aws rds modify-global-cluster --engine-version`, with `--allow-major-version-upgrade` for another major version. Then say the version here and in the files of the other regions, and apply: that brings back the parameter groups, which AWS replaces with its own.",
  ),
});

const dataApi = z
  .boolean()
  .default(false)
  .describe(
    'Whether whoever has the login\'s secret may run SQL over HTTPS, from anywhere (the Data API). The shop does not need it. In the VPC it wants the endpoint "rds-data", 8 USD a month and zone.',
  );

/** What the database runs on. */
export const engines = {
  by: "engine",
  description:
    "The engine: an Aurora cluster that scales by itself; an RDS instance of fixed size with a standby in another zone, which costs less; a global Aurora database that other live regions read; or a replica of such a database.",
  fallback: "aurora",
  of: {
    aurora: {
      shape: z.object(readers),
      settings: auroraSettings.extend({
        allowMajorVersionUpgrade: allowMajorVersionUpgrade("instances restart"),
        dataApi,
      }),
    },
    rds: {
      shape: z.object({
        copiedTo: regions
          .max(1)
          .default([])
          .describe("Standby region that automated backups are replicated to, for point-in-time restores there."),
      }),
      settings: z.object({
        engineVersion: z
          .string()
          .regex(/^\d+(\.\d+)?$/, "must be a major version such as 16, or one with its minor version such as 16.11")
          .default("16")
          .describe(
            "PostgreSQL version. A major version alone takes the minor version that AWS prefers, to which a restored database with an older one is upgraded, and leaves alone what AWS itself brings: RDS retires each minor version after a year or two, creates it no more and upgrades what runs.",
          ),
        allowMajorVersionUpgrade: allowMajorVersionUpgrade("the instance is down for minutes"),
        instanceClass: z
          .string()
          .regex(
            /^db\.[a-z]+[0-9][a-z0-9]*\.[0-9]*(micro|small|medium|large|xlarge)$/,
            "must be an RDS instance class such as db.t4g.medium or db.m7g.large",
          )
          .default("db.t4g.medium")
          .describe("Instance class of the instance and its standby."),
        storageGib: z
          .int()
          .min(20)
          .max(65536)
          .default(100)
          .describe("Initial storage (gp3) in GiB; a database that is restored has that of its snapshot."),
        maxStorageGib: z
          .int()
          .min(22)
          .max(65536)
          .default(1000)
          .describe(
            "Storage that it may grow to by itself, in GiB: at least 10 % more than the initial storage, and than a snapshot has that is restored. The alert topic hears of it at 80 %; raise it then.",
          ),
      }),
    },
    global: {
      shape: z.object({
        ...readers,
        copiedTo: regions
          .min(1)
          .max(5)
          .describe(
            'Other live regions that hold a replica: each says engine "replica" and this one as primaryRegion.',
          ),
      }),
      settings: memberSettings.extend({
        dataApi,
        masterPasswordVersion: z
          .int()
          .min(1)
          .default(1)
          .describe("Version of the master password. Raise it by one for a new password, never lower it."),
      }),
    },
    replica: {
      shape: z.object({
        ...readers,
        primaryRegion: z.string().describe('Live region whose database says engine "global" and is copied here.'),
      }),
      settings: memberSettings,
    },
  },
} as const satisfies Variants;
