import { z } from "zod";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { databaseContract } from "../database/contract";
import { standbyContract } from "../standby/contract";

export const replicationContract = contract({
  name: "replication",
  summary: "Automated backups of RDS databases in other regions, replicated to this region as they are created.",
  scope: "account",
  stores: [{ name: "automated backups", holds: "customers and their orders", personalData: true }],
  after: [databaseContract],
  optional: true,
  shape: z.object({}),
  settings: z.object({
    retentionDays: z.int().min(1).max(35).default(14).describe("Days that a point-in-time restore can go back here."),
  }),
  derived: z.object({
    sources: z
      .record(z.string(), z.string())
      .describe("Identifiers of the instances whose backups are replicated here, by their region."),
  }),
  reads: [reads(standbyContract, "snapshotKeyArn")],
  needs: z.object({}),
  outputs: z.object({
    automatedBackupArns: z.array(z.string()).describe("ARNs of the replicated backups, for point-in-time restores."),
  }),
});
