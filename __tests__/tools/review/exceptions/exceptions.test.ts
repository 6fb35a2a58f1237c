import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineReviewExceptions, type ReviewException } from "../../../../regions/schema/review-exceptions-schema";
import { comment } from "../../../../tools/review/comment/comment";
import { checked, type Exceptions, givenExceptions } from "../../../../tools/review/exceptions/exceptions";
import { mergeReviews } from "../../../../tools/review/merge";
import { review } from "../../../../tools/review/review";
import { sarif } from "../../../../tools/review/sarif/sarif";
import { runFolder } from "../../../support/once";
import { refusal } from "../../../support/refusal";
import { destroyed, planOf } from "../rules/plans";

const now = new Date("2026-11-29T12:00:00Z");
const carts: ReviewException = {
  rule: "destroys-data",
  root: "prod-*-carts",
  address: "aws_dynamodb_table.*",
  reason: "Carts are kept for an hour only, and nobody misses them.",
  owner: "shop team",
  until: "2027-03-31",
};
const plan = planOf([
  destroyed("aws_dynamodb_table.carts", { id: "carts", arn: "arn:aws:dynamodb:eu-west-1:1:table/carts" }),
]);

const reviewed = (exceptions: Partial<Exceptions>, root = "prod-eu-west-1-carts") =>
  review([{ root, json: plan }], {
    environment: "prod",
    exceptions: { file: "regions/review-exceptions.ts", all: [carts], now, ...exceptions },
  });
const told = (exceptions: Partial<Exceptions>, root?: string) => {
  const { findings, excepted, exceptions: all } = reviewed(exceptions, root);
  return {
    findings: findings.map(({ rule, severity }) => `${severity} ${rule}`),
    excepted: excepted.map(({ rule }) => rule),
    is: all.map(({ is }) => is),
  };
};
const found = ["critical destroys-data"];

it("sets a finding apart that an exception is made from, and shows it with reason, owner and end", () => {
  expect(told({})).toEqual({ findings: [], excepted: ["destroys-data"], is: ["used"] });
  expect(comment(reviewed({}))).toContain(
    "Excepted from destroys-data until 2027-03-31 by shop team: Carts are kept for an hour only, and nobody misses them.",
  );
  expect(comment(reviewed({}))).toContain("## Plan review: no risk found (1 excepted)");
});

it("says it in SARIF as suppressed, with its justification", () => {
  expect(sarif(reviewed({})).runs[0]?.results?.map(({ suppressions }) => suppressions)).toEqual([
    [
      {
        kind: "external",
        status: "accepted",
        justification: "Carts are kept for an hour only, and nobody misses them. (shop team, until 2027-03-31)",
      },
    ],
  ]);
});

it("covers what its patterns say, and nothing else; of a pattern only * is more than itself", () => {
  expect(told({}, "staging-eu-west-1-carts")).toEqual({ findings: found, excepted: [], is: ["unused"] });
  for (const other of [
    { rule: "takes-down" },
    { address: "aws_dynamodb_table.cart" },
    { address: "aws_dynamodb_table.....s" },
  ])
    expect(told({ all: [{ ...carts, ...other }] })).toEqual({ findings: found, excepted: [], is: ["unused"] });
});

it("says of one that covers nothing that it does, folded", () => {
  expect(comment(reviewed({}, "dev-eu-west-1-carts"))).toContain(
    "`destroys-data` for `aws_dynamodb_table.*` in `prod-*-carts`, of shop team, until 2027-03-31",
  );
});

it("works up to and with its last day; then it is a finding itself, which names the file", () => {
  expect(told({ now: new Date("2027-03-31T23:59:00Z") }).findings).toEqual([]);
  const late = { now: new Date("2027-04-01T00:00:00Z") };
  expect(told(late)).toEqual({ findings: [...found, "low exception-expired"], excepted: [], is: ["expired"] });
  expect(reviewed(late).findings[1]).toMatchObject({
    root: "regions/review-exceptions.ts",
    why: "The exception from destroys-data for aws_dynamodb_table.* in prod-*-carts has ended on 2027-03-31: what it covered is found again.",
    wayOut:
      "Mend what it was for and remove it from regions/review-exceptions.ts, or ask shop team to look at it again and give it another day.",
  });
  const [result] = sarif(reviewed(late)).runs[0]?.results?.filter(({ ruleId }) => ruleId === "exception-expired") ?? [];
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("regions/review-exceptions.ts");
});

describe("of a change that adds it", () => {
  it("covers nothing yet, and is a finding", () => {
    expect(told({ before: [] })).toEqual({
      findings: [...found, "low exception-added"],
      excepted: [],
      is: ["added"],
    });
    expect(reviewed({ before: [] }).findings[1]?.why).toContain(
      "from the moment that it is on the main branch, and not yet here",
    );
  });

  it("works as before where the change lets it last longer, and not at all where that has ended", () => {
    expect(told({ before: [{ ...carts, until: "2026-12-01" }] })).toEqual({
      findings: ["low exception-added"],
      excepted: ["destroys-data"],
      is: ["used"],
    });
    expect(told({ before: [{ ...carts, until: "2026-11-01" }] }).findings).toEqual([...found, "low exception-added"]);
  });

  it("takes another pattern for another exception", () => {
    expect(told({ before: [{ ...carts, root: "prod-eu-west-1-*" }] }).excepted).toEqual([]);
  });

  it("works where it was there before, whatever reason and owner are now", () => {
    expect(told({ before: [{ ...carts, owner: "nobody" }] })).toEqual({
      findings: [],
      excepted: ["destroys-data"],
      is: ["used"],
    });
  });
});

it("is said once of several environments, and is used where one of them needs it", () => {
  const merged = mergeReviews([reviewed({ before: [] }), reviewed({ before: [] }, "staging-eu-west-1-carts")]);
  expect(merged.findings.filter(({ rule }) => rule === "exception-added")).toHaveLength(1);
  expect(mergeReviews([reviewed({}), reviewed({}, "staging-eu-west-1-carts")]).exceptions.map(({ is }) => is)).toEqual([
    "used",
  ]);
});

describe("a file of exceptions", () => {
  const file = (content: unknown): string => {
    const path = join(mkdtempSync(join(runFolder(), "exceptions-")), "exceptions.json");
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const refused = (...all: ReviewException[]) => refusal(() => checked({ file: "a.json", all, now }));

  it("is read as its schema says", () => {
    const given = file({ $schema: "review-exceptions.json", exceptions: [{ ...carts, until: "2026-11-30" }] });
    expect(givenExceptions(given, file({ exceptions: [] }))).toMatchObject({
      file: given,
      all: [{ rule: "destroys-data" }],
      before: [],
    });
  });

  it("must name a rule that there is", () => {
    expect(refused({ ...carts, rule: "destroy-data" })).toBe(
      'a.json has 1 problem:\n  exceptions[0].rule: "destroy-data" is no rule. Did you mean "destroys-data"? docs/review-rules.md has them all.',
    );
    expect(refused({ ...carts, rule: "exception-expired" })).toContain('"exception-expired" is no rule.');
  });

  it("must not work for more than a year", () => {
    expect(refused({ ...carts, until: "2027-11-30" })).toContain(
      'exceptions[0].until: "2027-11-30" is more than a year away. Choose a day until 2027-11-29, and look at it again then.',
    );
    expect(checked({ file: "a.json", all: [{ ...carts, until: "2027-11-29" }], now }).all).toHaveLength(1);
  });

  it("says a reason, an owner, a day, and what it is for", () => {
    const { root: _, address: __, ...nothing } = carts;
    expect(refusal(() => defineReviewExceptions([nothing, { ...carts, reason: "ok", until: "soon" }]))).toBe(
      [
        "regions/review-exceptions.ts has 3 problems:",
        "  exceptions[0].address: is missing, and so is root. Say what the exception is for, by one of them or both.",
        '  exceptions[1].reason: "ok" must have at least 30 characters.',
        '  exceptions[1].until: "soon" must be a day, such as 2027-06-30.',
      ].join("\n"),
    );
  });
});
