import { z } from "zod";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { databaseContract } from "../database/contract";
import { standbyContract } from "../standby/contract";

export const replicationContract = contract({
  name: "replication",
  summary: "The automated backups of other regions' RDS databases, replicated into this region as they are made.",
  scope: "account",
  stores: [{ name: "automated backups", holds: "customers and their orders", personalData: true }],
  after: [databaseContract],
  optional: true,
  shape: z.object({}),
  settings: z.object({
    retentionDays: z.int().min(1).max(35).default(14).describe("Days that point-in-time restore can reach back here."),
  }),
  derived: z.object({
    sources: z
      .record(z.string(), z.string())
      .describe("Identifiers of the instances whose backups come here, by their region."),
  }),
  reads: [reads(standbyContract, "snapshotKeyArn")],
  needs: z.object({}),
  outputs: z.object({
    automatedBackupArns: z.array(z.string()).describe("What a database is restored from, to any second."),
  }),
});
