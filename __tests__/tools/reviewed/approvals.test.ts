import type { PlanView } from "../../../tools/review/result";
import { review } from "../../../tools/review/review";
import { approvalsFor } from "../../../tools/reviewed/approvals";

const planned = (root: string, ...after: (string | null)[]): PlanView => ({
  ...(review([{ root, json: { resource_changes: [] } }]).plans[0] as PlanView),
  provisional: after.map((one) => ({ after: one, why: "" })),
});

it.each([
  ["none where nothing was reviewed", [], 0],
  [
    "one where nothing awaits another root of the review",
    [planned("dev-a"), planned("dev-b", null, "dev-not-here")],
    1,
  ],
  [
    "as many as await each other in a row",
    [planned("c", "b", "a"), planned("b", "a"), planned("a"), planned("d", "a")],
    3,
  ],
])("takes %s", (_, plans, approvals) => {
  expect(approvalsFor({ plans })).toBe(approvals);
});
