import { z } from "zod";
import type { Variants } from "../core/contract";

const readers = {
  readerCount: z.int().min(0).max(14).default(2).describe("Readers beside the writer, spread over the zones."),
};

const regions = z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be an AWS region such as eu-central-1"));

const auroraSettings = z.object({
  engineVersion: z
    .string()
    .regex(/^\d+\.\d+$/, "must be a major and a minor version such as 16.8")
    .default("16.8")
    .describe(
      "Aurora PostgreSQL version, 13.6 or later; one with long-term support, because AWS neither makes nor restores clusters of a retired one.",
    ),
  minCapacityUnits: z
    .number()
    .min(0.5)
    .max(256)
    .multipleOf(0.5)
    .default(0.5)
    .describe("Least capacity of an instance, in Aurora capacity units (2 GiB of memory each)."),
  maxCapacityUnits: z
    .number()
    .min(1)
    .max(256)
    .multipleOf(0.5)
    .default(8)
    .describe("Most capacity of an instance, in Aurora capacity units."),
});

/** What the database runs on. */
export const engines = {
  by: "engine",
  description:
    "What the database runs on: an Aurora cluster that grows and shrinks by itself; one RDS instance of a fixed size with a standby in another zone, which costs less; a global Aurora database that other live regions read, or such a region's replica of it.",
  fallback: "aurora",
  of: {
    aurora: { shape: z.object(readers), settings: auroraSettings },
    rds: {
      shape: z.object({
        copiedTo: regions
          .max(1)
          .default([])
          .describe(
            "Standby region that the automated backups are replicated into, so that a second of the last days can be restored there.",
          ),
      }),
      settings: z.object({
        engineVersion: z
          .string()
          .regex(/^\d+\.\d+$/, "must be a major and a minor version such as 16.8")
          .default("16.8")
          .describe("PostgreSQL version; one that AWS has not retired, because it makes and restores no other."),
        instanceClass: z
          .string()
          .regex(
            /^db\.[a-z]+[0-9][a-z0-9]*\.[0-9]*(micro|small|medium|large|xlarge)$/,
            "must be an RDS instance class such as db.t4g.medium or db.m7g.large",
          )
          .default("db.t4g.medium")
          .describe("Class of the instance and its standby."),
        storageGib: z
          .int()
          .min(20)
          .max(65536)
          .default(100)
          .describe("Storage (gp3) that the instance begins with, in GiB; never less than that of a snapshot."),
        maxStorageGib: z
          .int()
          .min(22)
          .max(65536)
          .default(1000)
          .describe("Storage that it may grow to by itself, in GiB; at least a tenth more than it begins with."),
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
      settings: auroraSettings,
    },
    replica: {
      shape: z.object({
        ...readers,
        primaryRegion: z.string().describe('Live region whose database says engine "global" and is copied here.'),
      }),
      settings: auroraSettings,
    },
  },
} as const satisfies Variants;
