import { comment, commentLimit } from "../../../../tools/review/comment/comment";
import type { ChangeView, Finding, Review } from "../../../../tools/review/result";
import { review } from "../../../../tools/review/review";
import { reviewed } from "./reviewed";

const none = { outputs: [], drift: [], driftElsewhere: 0, deferred: [], actions: [], checks: [], provisional: [] };

/** A review of as many changes as are given, of which some are risky. */
function reviewOf(changes: ChangeView[], findings: Finding[] = []): Review {
  const plan = { root: "prod-web", state: "complete" as const, changes, ...none };
  return {
    plans: [plan],
    findings,
    notKnown: [],
    cannotSee: [],
    outputs: [],
    notPlanned: [],
    elsewhere: [],
    costs: [],
  };
}

const change = (address: string, fate: ChangeView["fate"], rest: Partial<ChangeView> = {}): ChangeView => ({
  address,
  type: "aws_lb",
  fate,
  attributes: [{ path: "name", before: '"a"', after: `"${"é𝒳".repeat(20)}"`, known: true, hidden: false }],
  ...rest,
});

const finding = (address: string, severity: Finding["severity"]): Finding => ({
  ...{ rule: "destroys-data", root: "prod-web", address, severity },
  why: `The bucket ${address} is deleted.`,
  wayOut: "Keep it.",
});

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `aws_lb.it["${index}"]`);

it.each([
  [
    "2,000 critical risks",
    reviewOf(
      many(2_000).map((one) => change(one, "destroy")),
      many(2_000).map((one) => finding(one, "critical")),
    ),
  ],
  ["2,000 changes", reviewOf(many(2_000).map((one) => change(one, "update")))],
  [
    "600 roots",
    {
      ...reviewOf([]),
      plans: many(600).flatMap((root) =>
        reviewOf([change("aws_lb.it", "create")]).plans.map((plan) => ({ ...plan, root })),
      ),
    },
  ],
  [
    "names as long as a book",
    reviewOf(["𝒳", "`", "<"].map((one) => change(one.repeat(100_000), "replace", { why: one.repeat(100_000) }))),
  ],
  [
    "a thousand roots that could not be planned",
    { ...reviewOf([]), notPlanned: many(1_000).map((root) => ({ root, why: root.repeat(30) })) },
  ],
])("fits into a comment, however GitHub counts: %s", (_, given) => {
  const text = comment(given);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(commentLimit);
  expect(Buffer.byteLength(text)).toBeGreaterThan(commentLimit / 8);
});

it("leaves out what is least risky first, and counts it", () => {
  const [risky = "", ...rest] = many(1_500);
  const changes = [...rest.map((one) => change(one, "create")), change(risky, "destroy")];
  const text = comment(reviewOf(changes, [finding(risky, "critical")]), 8_000);
  expect(text).toContain(`**critical** \`${risky}\``);
  expect(text).toContain(`**destroy** \`${risky}\``);
  const said = text.match(/\*\*create\*\*/g)?.length ?? 0;
  expect(text).toContain(`And ${(1_499 - said).toLocaleString("en")} to create: in the whole review.`);
});

it("says what changes even where there are more risks than a comment can hold", () => {
  const addresses = many(2_000);
  const text = comment(
    reviewOf(
      addresses.map((one) => change(one, "destroy")),
      addresses.map((one) => finding(one, "high")),
    ),
  );
  expect(text.match(/\*\*high\*\*/g)?.length).toBeGreaterThan(100);
  expect(text.match(/\*\*destroy\*\*/g)?.length).toBeGreaterThan(100);
});

it("says everything where it may be as long as it is", () => {
  const text = comment(reviewOf(many(1_500).map((one) => change(one, "create"))), Number.POSITIVE_INFINITY);
  expect(text.match(/\*\*create\*\*/g)).toHaveLength(1_500);
});

it("folds what nobody needs to read by kind, and keeps the counts visible", () => {
  const text = comment(
    reviewOf([
      change("aws_lb.a", "update", { noise: "tags" }),
      change("aws_lb.b", "update", { noise: "tags" }),
      change("aws_lb.c", "move", { noise: "moved" }),
    ]),
  );
  expect(text).toContain("<summary>2 only in their tags</summary>");
  expect(text).toContain("<summary>1 only in their address</summary>");
  expect(text).toContain("Nothing changes that anybody needs to read");
});

it("does not fold what a rule has found something about", () => {
  const tagged = change("aws_lb.a", "update", { noise: "tags" });
  const text = comment(reviewOf([tagged], [finding("aws_lb.a", "low")]));
  expect(text).toContain("**update** `aws_lb.a`");
  expect(text).not.toContain("only in their tags");
});

it("says first what a reviewer needs first", () => {
  const text = comment(reviewed.dangerous?.() ?? review([]));
  const places = [
    "## Plan review: ",
    "### Risks",
    "#### `prod-eu-west-1-database`",
    "### What else is affected",
    "only in their tags",
  ].map((one) => text.indexOf(one));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places).not.toContain(-1);
});
