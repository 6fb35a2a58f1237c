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
    excepted: [],
    exceptions: [],
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
  expect(text).toContain(`**critical**: The bucket \`${risky}\` is deleted.`);
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

it("says of each root once what it waits for, and folds that where many wait", () => {
  const waiting = (count: number) =>
    comment({
      ...reviewOf([]),
      plans: many(count).flatMap((root) =>
        reviewOf([]).plans.map((plan) => ({
          ...plan,
          root,
          provisional: ["network", "logs"].map((after) => ({ after, why: `${after} is not applied yet.` })),
        })),
      ),
    });
  const said = "this plan cannot be applied yet. network is not applied yet. logs is not applied yet.";
  expect(waiting(2).split(said)).toHaveLength(3);
  expect(waiting(2)).not.toContain("<details>");
  expect(waiting(24)).toContain(
    "**Not all can be applied yet**\n\n<details><summary>24 plans cannot be applied yet: what they need comes first, and is not there</summary>",
  );
  expect(waiting(24).split(said)).toHaveLength(25);
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

it("says what is risky before it says where, however many resources it is of", () => {
  const addresses = many(3);
  const found = addresses.map((one) => ({ ...finding(one, "high"), why: "Anybody can read it." }));
  const text = comment(
    reviewOf(
      addresses.map((one) => change(one, "update")),
      found,
    ),
  );
  const names = addresses.map((one) => `\`${one}\``).join(", ");
  expect(text).toContain(`- **high**: Anybody can read it. Keep it.\\\n  ${names}`);
});

it("says once what several risks of a resource have in common", () => {
  const found = ["At least: 1 node instead of 4.", "At most: 4.5 nodes instead of 12."].map((one) => ({
    ...finding("aws_lb.it", "medium"),
    why: `${one} A peak is too much.`,
  }));
  expect(comment(reviewOf([change("aws_lb.it", "update")], found))).toContain(
    "- **medium**: At least: 1 node instead of 4. At most: 4.5 nodes instead of 12. A peak is too much. Keep it.\\\n  `aws_lb.it`\n",
  );
});

it("tells a check that fails once, and counts no drift that it does not tell", () => {
  const [plan] = reviewOf([]).plans;
  const checks = [{ address: "check.it", status: "fail" as const, problems: ["It is not so."] }];
  const drift = [change("aws_lb.it", "update", { attributes: [] })];
  const review = { ...reviewOf([], [finding("check.it", "high")]), plans: plan ? [{ ...plan, checks, drift }] : [] };
  expect(comment(review)).not.toContain("### Checks");
  expect(comment({ ...review, findings: [] })).toContain("### Checks");
  expect(comment(review)).not.toContain("outside of Terraform");
});

it("does not open what is made for a low risk, which is among the risks", () => {
  const made = many(20).map((one) => change(one, "create"));
  const [one = ""] = many(1);
  const openIn = (text: string) => text.slice(0, text.indexOf("<details>"));
  expect(openIn(comment(reviewOf(made, [finding(one, "low")])))).not.toContain("**create**");
  expect(openIn(comment(reviewOf(made, [finding(one, "medium")])))).toContain("**create**");
});

describe("a block that is added", () => {
  const rule = (port: number, source: string) => ({
    path: `ingress[tcp ${port}]`,
    before: null,
    after: JSON.stringify({ from_port: port, description: "", self: null, prefix_list_ids: [], cidr_blocks: [source] }),
    ...{ known: true, hidden: false },
  });
  const said = (...attributes: ChangeView["attributes"]) =>
    comment(reviewOf([change("aws_security_group.it", "update", { attributes })]));

  it("has a line for each attribute that says something", () => {
    expect(said(rule(22, "0.0.0.0/0"))).toContain(
      '  + ingress[tcp 22]\n  +   from_port = 22\n  +   cidr_blocks = ["0.0.0.0/0"]\n  ```',
    );
  });

  it("is in one line where there are too many to spread each", () => {
    const text = said(...Array.from({ length: 20 }, (_, port) => rule(port, "0.0.0.0/0")));
    for (let port = 0; port < 20; port++) expect(text).toContain(`+ ingress[tcp ${port}] = {"from_port":${port},`);
  });
});
