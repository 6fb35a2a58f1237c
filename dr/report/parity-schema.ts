import { z } from "zod";

const found = z.object({
  type: z.string(),
  name: z.string(),
  setting: z.string(),
  source: z.unknown().optional(),
  recovered: z.unknown().optional(),
});

const sortedOut = {
  differences: z.array(found).describe("What nobody meant: each one fails parity."),
  declared: z.array(found.extend({ reason: z.string() })).describe("What was declared, and occurred."),
  unused: z
    .array(
      z.object({
        type: z.string(),
        setting: z.string().optional(),
        reason: z.string(),
        expected: z.unknown().optional(),
      }),
    )
    .describe("Declared, and did not occur."),
};

/** Whether AWS has in the recovered region what it had in the lost one. */
export const parityFields = {
  compared: z.int().describe("Resources of the source."),
  types: z.record(z.string(), z.int()).describe("Resources of each type in the source."),
  ...sortedOut,
};

/** Whether Terraform's states say the same of both, address by address. */
export const stateParityFields = {
  resources: z.int().describe("Resources that have the same address in both."),
  attributes: z.int().describe("Attributes that were compared."),
  notCompared: z.array(z.object({ reason: z.string(), count: z.int(), of: z.record(z.string(), z.int()) })),
  ...sortedOut,
};

const item = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string().optional(),
  settings: z.record(z.string(), z.unknown()),
  handles: z.array(z.string()).optional(),
  goneOn: z.string().optional().describe("The day on which AWS removes it."),
  ownedBy: z.string().optional(),
});

/** What a drill left behind, by region. */
export const leftoversSchema = z.array(
  z.object({
    region: z.string(),
    left: z.array(item),
    unmarked: z.array(item).optional().describe("Made meanwhile without the run's mark, where others work too."),
    softlyDeleted: z.array(item),
  }),
);
