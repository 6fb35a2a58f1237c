import { z } from "zod";

/** What was looked at, how it is, and the way out where it is not well. */
export type Finding = z.infer<typeof finding>;
export const finding = z.object({
  part: z.enum(["tools", "versions", "account", "repository"]),
  is: z.enum(["ok", "wrong", "not known"]).describe("What could not be asked is not known, never ok."),
  says: z.string(),
  wayOut: z.string().nullable().describe("What to do; null where all is well."),
});

export type Part = Finding["part"];
export const parts = finding.shape.part.options;

/** Findings of one part, by how they are. */
export const of = (part: Part) => ({
  ok: (says: string): Finding => ({ part, is: "ok", says, wayOut: null }),
  wrong: (says: string, wayOut: string): Finding => ({ part, is: "wrong", says, wayOut }),
  notKnown: (says: string, wayOut: string): Finding => ({ part, is: "not known", says, wayOut }),
});
