import { z } from "zod";
import { UserError } from "../../modules/core/user-error";

const addresses = z
  .array(
    z.string().regex(/^module\.[a-z]+\.aws_[a-z0-9_]+\.[a-z0-9_]+$/, "must be the address of one resource in a module"),
  )
  .min(1);

const fields = z.strictObject({
  checks: z
    .array(z.string().regex(/^CKV2?_AWS_\d+$/, "must be the id of one of checkov's checks for AWS, such as CKV_AWS_18"))
    .min(1),
  resources: addresses.optional(),
  /** What is there only where a region file says an alternative. */
  alternatives: addresses.optional(),
  reason: z.string().min(30, "must say in a sentence why that is well as it is"),
  until: z.iso.date("must be the day, such as 2027-06-30, by which somebody looks at it again"),
});

const schema = fields.refine(
  ({ resources, alternatives }) => resources ?? alternatives,
  "must name resources, or alternatives",
);

/** Findings of checkov that are left as they are for one reason: each of these checks, for each of these resources. */
export type Exceptions = Readonly<z.infer<typeof schema>>;

/** A finding of checkov that is left as it is. */
export interface Exception {
  readonly check: string;
  readonly resource: string;
  readonly until: string;
}

/**
 * Checks the exceptions themselves, and takes those apart that are of the shop as it is, or of alternatives alone. Throws
 * once, with every problem; unknown fields are one.
 */
export function defineExceptions(
  declared: readonly Exceptions[],
  of: "resources" | "alternatives" = "resources",
): readonly Exception[] {
  const result = z.array(schema).safeParse(declared);
  if (result.success)
    return declared.flatMap(({ checks, until, [of]: resources = [] }) =>
      checks.flatMap((check) => resources.map((resource) => ({ check, resource, until }))),
    );
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new UserError(["tools/checkov has exceptions with problems:", ...problems].join("\n"));
}

/** A check that a resource failed. */
export interface Finding {
  readonly check: string;
  readonly resource: string;
  readonly says: string;
}

/** Whether an exception is of a finding. */
export const excepts = (one: Exception, finding: Finding): boolean =>
  one.check === finding.check && one.resource === finding.resource;

/** What is wrong on a day: findings without an exception, exceptions that have expired, and those that nothing needs. */
export function judge(findings: readonly Finding[], exceptions: readonly Exception[], today: Date): string[] {
  const bare = findings.filter((finding) => !exceptions.some((one) => excepts(one, finding)));
  const expired = exceptions.filter(({ until }) => new Date(`${until}T23:59:59Z`) < today);
  const unused = exceptions.filter((one) => !findings.some((finding) => excepts(one, finding)));
  return [
    ...bare.map(
      ({ check, resource, says }) =>
        `${check} fails for ${resource}: ${says}. Mend it, or say why not in tools/checkov/decided.ts, or in not-seen.ts where checkov errs.`,
    ),
    ...expired.map(
      ({ check, resource, until }) =>
        `The exception from ${check} for ${resource} has expired on ${until}. Mend it, or look at it again and give it another day.`,
    ),
    ...unused.map(({ check, resource }) => `Nothing needs the exception from ${check} for ${resource}. Remove it.`),
  ];
}
