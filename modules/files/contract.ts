import { z } from "zod";
import { auditContract } from "../audit/contract";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { edgeContract } from "../edge/contract";

/** Where a bucket of files is. */
interface FilesLocation {
  readonly account: string;
  readonly region: string;
}

/** Name of the bucket of a region, which the edge knows it by; unique in all of AWS. */
export const filesBucketName = ({ account, region }: FilesLocation) => `${platform}-files-${account}-${region}`;

export const filesContract = contract({
  name: "files",
  summary:
    "A bucket of the shop's static files, which CloudFront reads for the paths of edge.staticPaths, whether or not a region serves.",
  scope: "account",
  optional: true,
  after: [auditContract],
  stores: [{ name: "files", holds: "static files of the shop's pages, for everybody", personalData: false }],
  shape: z.object({}),
  derived: z.object({
    inStateRegion: z.boolean().describe("Whether it is in the state region, where access logs of buckets are kept."),
  }),
  settings: z.object({
    replacedDays: z
      .int()
      .min(1)
      .max(3653)
      .default(30)
      .describe("Days that a file which was replaced or deleted can be brought back."),
  }),
  reads: [reads(edgeContract, "distributionId")],
  needs: runInputs.pick({ ephemeral: true }),
  outputs: z.object({
    bucketName: z.string().describe("Name of the bucket, for whoever puts files there."),
  }),
});
