import { z } from "zod";
import { explain, type Problem, refuse } from "./explain";

const pattern = z.string().min(1);

const exception = z
  .strictObject({
    rule: z.string().min(1).describe("The id of a rule of docs/review-rules.md."),
    root: pattern.optional().describe("Root, such as `prod-*-web`: `*` stands for any characters. All without it."),
    address: pattern.optional().describe("Address, such as `module.web.aws_lb.*`. All without it."),
    reason: z.string().min(30).describe("Why it is well as it is."),
    owner: z.string().min(1).describe("Who answers for it: a team, or a person."),
    until: z.iso.date("must be a day, such as 2027-06-30").describe("The last day on which it works."),
  })
  .refine(({ root, address }) => root !== undefined || address !== undefined, {
    path: ["address"],
    message: "is missing, and so is root. Say what the exception is for, by one of them or both.",
  });

/** A finding of a plan review that somebody answers for: it is shown, and stops nothing. */
export type ReviewException = Readonly<z.infer<typeof exception>>;

/** What a file of exceptions says, as JSON. */
export const reviewExceptionsFile = z.strictObject({
  $schema: z.string().optional(),
  exceptions: z.array(exception),
});

/** Where the exceptions of this project are. */
export const reviewExceptionsPath = "regions/review-exceptions.ts";

/** Checks the exceptions. Throws once, with every problem. */
export function defineReviewExceptions(declared: readonly ReviewException[]): readonly ReviewException[] {
  refuse(reviewExceptionsPath, problemsIn({ exceptions: declared }));
  return declared;
}

/** What is wrong with what a file of exceptions says. */
export function problemsIn(given: unknown): Problem[] {
  const result = reviewExceptionsFile.safeParse(given);
  const keysAt = ([list]: readonly PropertyKey[]) =>
    Object.keys(list === undefined ? reviewExceptionsFile.shape : exception.shape);
  return result.success ? [] : explain(result.error.issues, given, { keysAt, kindAt: () => "field" });
}
