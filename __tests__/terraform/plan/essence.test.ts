import { essenceOf } from "../../../terraform/plan/essence";
import { readPlan } from "../../../terraform/plan/read";

const database = {
  address: "module.database.aws_db_instance.one",
  type: "aws_db_instance",
  change: {
    actions: ["update"],
    before: { id: "db-1", latest_restorable_time: "2026-11-28T03:00:00Z", port: 5432, password: "one" },
    after: { id: "db-1", latest_restorable_time: "2026-11-28T03:00:00Z", port: 5433, password: "two" },
    after_unknown: { arn: true },
    before_sensitive: { password: true },
    after_sensitive: { password: true },
  },
};
type Change = typeof database.change;

const essence = (...resource_changes: object[]): string =>
  JSON.stringify(essenceOf(readPlan({ resource_changes }, "plan.json")));
const withChange = (change: Partial<Record<keyof Change, unknown>>) => ({
  ...database,
  change: { ...database.change, ...change },
});
const values = (of: "before" | "after", more: object) => ({ ...database.change[of], ...more });

const alike: [string, object[]][] = [
  [
    "another time in what stays as it is",
    [
      withChange({
        before: values("before", { latest_restorable_time: "2026-11-28T03:05:00Z" }),
        after: values("after", { latest_restorable_time: "2026-11-28T03:05:00Z" }),
      }),
    ],
  ],
  ["another random password", [withChange({ after: values("after", { password: "three" }) })]],
  [
    "a resource that stays as it is",
    [database, { address: "aws_vpc.one", change: { actions: ["no-op"], before: { id: "v" }, after: { id: "v" } } }],
  ],
  [
    "something that is only read",
    [database, { address: "data.a.b", change: { actions: ["read"], before: null, after: {} } }],
  ],
  ["another value of what nobody will know", [withChange({ before: values("before", { arn: "arn:former" }) })]],
];
it.each(alike)("is the same with %s", (_, changes) => {
  expect(essence(...changes)).toBe(essence(database));
});

it("does not depend on the order of a plan", () => {
  const other = { ...database, address: "module.database.aws_db_instance.other" };
  expect(essence(database, other)).toBe(essence(other, database));
});

const different: [string, object[]][] = [
  ["another value", [withChange({ after: values("after", { port: 5434 }) })]],
  ["another value before", [withChange({ before: values("before", { port: 1 }) })]],
  ["another object at the same address", [withChange({ before: values("before", { id: "db-2" }) })]],
  ["a password that stays", [withChange({ after: values("after", { password: "one" }) })]],
  ["an attribute more that nobody knows", [withChange({ after_unknown: { arn: true, endpoint: true } })]],
  ["another action", [withChange({ actions: ["delete", "create"] })]],
  ["a move", [{ ...database, previous_address: "aws_db_instance.one" }]],
  ["nothing", []],
];
it.each(different)("is another one with %s", (_, changes) => {
  expect(essence(...changes)).not.toBe(essence(database));
});

it("has nothing of what is sensitive, also inside of a value", () => {
  const definition = { containers: [{ image: "shop", token: "swordfish" }] };
  const change = withChange({
    after: values("after", { definition }),
    after_sensitive: { password: true, definition: { containers: [{ token: true }] } },
  });
  expect(essence(change)).toContain('{"image":"shop","token":"(sensitive)"}');
  expect(essence(change)).not.toMatch(/swordfish|"two"|"one"/);
});

it("tells outputs that change", () => {
  const outputs = (after: string) =>
    JSON.stringify(
      essenceOf(
        readPlan({ resource_changes: [], output_changes: { id: { actions: ["update"], before: "a", after } } }, "p"),
      ),
    );
  expect(outputs("b")).not.toBe(outputs("c"));
});
