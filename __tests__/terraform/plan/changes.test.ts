import { changes } from "../../../terraform/plan/changes";

const plan = (actions: string[], before: object | null, after: object | null): unknown => ({
  resource_changes: [{ address: "module.api.aws_lb.load_balancer", change: { actions, before, after } }],
});

it("names what an update changes, attribute by attribute", () => {
  expect(changes(plan(["update"], { name: "a", idle: 60 }, { name: "b", idle: 60 }))).toEqual([
    "module.api.aws_lb.load_balancer.name",
  ]);
});

it("names an update whose values are known only after it", () => {
  expect(changes(plan(["update"], { name: "a", arn: "arn" }, { name: "a" }))).toEqual([
    "module.api.aws_lb.load_balancer (update)",
  ]);
});

it("names what is made, removed and replaced, and not what is only read", () => {
  expect(changes(plan(["create"], null, {}))).toEqual(["module.api.aws_lb.load_balancer (create)"]);
  expect(changes(plan(["delete", "create"], {}, {}))).toEqual(["module.api.aws_lb.load_balancer (delete, create)"]);
  expect(changes(plan(["read"], null, {}))).toEqual([]);
  expect(changes(plan(["no-op"], {}, {}))).toEqual([]);
});

it("takes a plan without a list of changes for one that changes nothing", () => {
  expect(changes({ format_version: "9.9" })).toEqual([]);
});
