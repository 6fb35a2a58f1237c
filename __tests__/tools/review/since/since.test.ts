import { comment } from "../../../../tools/review/comment/comment";
import type { Review } from "../../../../tools/review/result";
import { review } from "../../../../tools/review/review";
import { withSince } from "../../../../tools/review/since/since";

const key = "a key that is long enough for nobody to find it";
const otherKey = "another key that is long enough for nobody to find";

const entry = (name: string, after: object, rest: object = {}) => ({
  address: `aws_lb.${name}`,
  change: { actions: ["update"], before: {}, after, ...rest },
});
const secret = (value: string) => entry("secret", { password: value }, { after_sensitive: { password: true } });

const reviewed = (changes: object[], digestKey?: string): Review =>
  review([{ root: "prod-web", json: { resource_changes: changes } }], digestKey === undefined ? {} : { digestKey });

/** How a comment says it, where the earlier review is in a comment, and where it is in a file. */
function said(before: Review, after: Review): string {
  const [byComment, byFile] = [comment(before), JSON.stringify(before)].map((earlier) =>
    comment(withSince(after, earlier)),
  );
  expect(byComment).toEqual(byFile);
  return /^Since the last push: .*$/m.exec(byComment ?? "")?.[0] ?? "";
}

const [a, b, c] = [entry("a", { x: 1 }), entry("b", { x: 1 }), entry("c", { x: 1 })];

it.each([
  ["nothing", [a], [a], "nothing is different."],
  ["one more", [a], [a, b], "1 change more (`aws_lb.b`)."],
  ["some fewer", [a, b, c], [a], "2 changes fewer."],
  ["one with another value", [a, b], [a, entry("b", { x: 2 })], "1 change different (`aws_lb.b`)."],
  ["one more, one fewer", [a, b], [a, c], "1 change more (`aws_lb.c`) and 1 change fewer."],
])("tells what is different since an earlier review: %s", (_, before, after, words) => {
  expect(said(reviewed(before), reviewed(after))).toBe(`Since the last push: ${words}`);
});

it("tells of more risks", () => {
  const destroyed = { address: "aws_s3_bucket.it", change: { actions: ["delete"], before: {}, after: null } };
  expect(said(reviewed([a]), reviewed([a, destroyed]))).toMatch(/1 change more .* and \d risks? more/);
});

it.each([
  ["with the same key, and says the same", key, "swordfish", "nothing is different."],
  ["with the same key, and says another", key, "marlin", "another secret."],
  [
    "with another key, and does not know",
    otherKey,
    "swordfish",
    "nothing is different. Nobody knows whether the secrets are the same.",
  ],
  [
    "without a key, and does not know",
    undefined,
    "swordfish",
    "nothing is different. Nobody knows whether the secrets are the same.",
  ],
])("compares secrets %s", (_, later, value, words) => {
  expect(said(reviewed([secret("swordfish")], key), reviewed([secret(value)], later))).toBe(
    `Since the last push: ${words}`,
  );
});

it("says that it does not know where the earlier review cannot be read", () => {
  const text = comment(withSince(reviewed([a]), "something else"));
  expect(text).toContain("nobody knows what is different");
});

it("carries along no more than a comment has room for, and then tells by root", () => {
  const many = Array.from({ length: 1_200 }, (_, index) => entry(`it[${index}]`, { x: index }));
  const before = reviewed(many);
  const earlier = comment(before);
  expect(/<!-- plan-review-snapshot .* -->/.exec(earlier)?.[0].length).toBeLessThan(12_000);
  const { since } = withSince(reviewed([...many, a]), earlier);
  expect(since).toMatchObject({ changes: null, roots: ["prod-web"] });
});

it("refuses a key that could be found by trying", () => {
  expect(() => reviewed([], "short")).toThrow("it has 5 characters, and needs at least 32");
});

it("gives the same secret another digest in another place, and by another key", () => {
  const digestsBy = (digestKey: string): string[] => {
    const [one, other] = [secret("swordfish"), { ...secret("swordfish"), address: "aws_lb.other" }];
    const text = JSON.stringify(reviewed([one, other], digestKey));
    return [...new Set(text.match(/hidden:[0-9a-f]{12}/g))];
  };
  expect(new Set([...digestsBy(key), ...digestsBy(otherKey)]).size).toBe(4);
  expect(digestsBy(key)).toEqual(digestsBy(key));
});
