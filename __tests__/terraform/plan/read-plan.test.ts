import { actionsIn } from "../../../terraform/plan/actions";
import { failedChecks } from "../../../terraform/plan/checks";
import { deferredIn } from "../../../terraform/plan/deferred";
import { driftIn } from "../../../terraform/plan/drift";
import { plannedOutputs } from "../../../terraform/plan/outputs";
import { readPlan } from "../../../terraform/plan/read";
import { resourceChanges } from "../../../terraform/plan/resource-changes";

const read = (plan: object) => readPlan({ planned_values: {}, ...plan }, "plan");
const entry = (address: string, change: object, rest: object = {}) => ({ address, change, ...rest });
const updated = { actions: ["update"], before: { a: 1, b: 1 }, after: { a: 2, b: 1 } };

it("reads what every version writes, and takes what one does not write for not said", () => {
  const plan = read({ format_version: "1.2", terraform_version: "1.5.7" });
  expect([resourceChanges(plan), plannedOutputs(plan), deferredIn(plan), actionsIn(plan), failedChecks(plan)]).toEqual(
    Array(5).fill([]),
  );
  expect(plan).toMatchObject({ resource_changes: [], relevant_attributes: [] });
  expect([plan.errored, plan.complete]).toEqual([undefined, undefined]);
});

it("refuses a state, which has no changes", () => {
  const state = { format_version: "1.0", terraform_version: "1.11.0", values: {}, checks: [] };
  expect(() => readPlan(state, "state.json")).toThrow("state.json is no plan");
});

it.each([
  [["create"], {}, "create"],
  [["delete", "create"], {}, "replace"],
  [["create", "forget"], {}, "replace"],
  [["forget"], {}, "forget"],
  [["no-op"], { previous_address: "aws_lb.was" }, "move"],
  [["no-op"], {}, "none"],
])("says what becomes of a resource: %j %j", (actions, rest, fate) => {
  const [change] = resourceChanges(read({ resource_changes: [entry("aws_lb.it", { ...updated, actions }, rest)] }));
  expect([change?.fate, change?.forgets]).toEqual([fate, actions.includes("forget")]);
});

it("takes drift for relevant where the plan refers to what has changed, or changes the resource itself", () => {
  const plan = read({
    resource_drift: [
      entry('aws_lb.read["x"]', updated),
      entry("aws_lb.unchanged_part", updated),
      entry("aws_lb.changed", updated),
      entry("aws_lb.nobody", updated),
    ],
    resource_changes: [entry("aws_lb.changed", updated), entry("aws_lb.nobody", { ...updated, actions: ["no-op"] })],
    relevant_attributes: [
      { resource: "aws_lb.read", attribute: ["a", 0] },
      { resource: "aws_lb.unchanged_part", attribute: ["b"] },
    ],
  });
  const { relevant, elsewhere } = driftIn(plan);
  expect(relevant.map(({ address }) => address)).toEqual(['aws_lb.read["x"]', "aws_lb.changed"]);
  expect(elsewhere.map(({ address }) => address)).toEqual(["aws_lb.unchanged_part", "aws_lb.nobody"]);
});

it("takes all drift for relevant where a plan only refreshes", () => {
  expect(driftIn(read({ resource_drift: [entry("aws_lb.it", updated)] })).relevant).toHaveLength(1);
});

it("tells each action that an apply invokes, and those that are put off", () => {
  const invocation = {
    address: 'module.web.action.aws_lambda_invoke.warm_up["a"]',
    lifecycle_action_trigger: { triggering_resource_address: "aws_lb.it", action_trigger_event: "AfterCreate" },
  };
  const plan = read({
    action_invocations: [invocation],
    deferred_action_invocations: [{ reason: "absent_prereq", action_invocation: { address: "action.a.b" } }],
  });
  expect(actionsIn(plan)).toEqual([
    expect.objectContaining({ type: "aws_lambda_invoke", trigger: "aws_lb.it", event: "AfterCreate" }),
    expect.objectContaining({ type: "a", deferred: "absent_prereq" }),
  ]);
});

it("tells each instance of a check that does not pass, with its message", () => {
  const instance = (status: string, name: string) => ({
    ...{ address: { to_display: name }, status },
    ...(status === "fail" && { problems: [{ message: "It is not healthy." }] }),
  });
  const checks = [
    { address: { to_display: "check.a" }, status: "pass", instances: [instance("pass", "check.a")] },
    {
      address: { to_display: "aws_lb.b" },
      status: "fail",
      instances: ["fail", "unknown"].map((one) => instance(one, one)),
    },
    { address: { to_display: "check.c" }, status: "error" },
  ];
  expect(failedChecks(read({ checks }))).toEqual([
    { address: "fail", status: "fail", problems: ["It is not healthy."] },
    { address: "unknown", status: "unknown", problems: [] },
    { address: "check.c", status: "error", problems: [] },
  ]);
});
