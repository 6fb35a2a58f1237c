import type { PlanView } from "../../../tools/review/result";
import { review } from "../../../tools/review/review";
import { wavesOf } from "../../../tools/reviewed/waves";

const planned = (root: string, ...after: (string | null)[]): PlanView => ({
  ...(review([{ root, json: { resource_changes: [] } }]).plans[0] as PlanView),
  provisional: after.map((one) => ({ after: one, why: "" })),
});

it.each([
  ["nothing where nothing was reviewed", [], []],
  ["one where nothing awaits another root", [planned("dev-a"), planned("dev-b", null, "dev-not-here")], [true]],
  [
    "as many as there are in a row",
    [planned("dev-c", "dev-b", "dev-a"), planned("dev-b", "dev-a"), planned("dev-a")],
    [false, false, true],
  ],
  ["some where two await each other", [planned("dev-a", "dev-b"), planned("dev-b", "dev-a")], [false, true]],
])("takes %s", (_, plans, last) => {
  expect(wavesOf("dev", { plans })).toEqual(
    last.map((one, index) => ({ environment: "dev", wave: index + 1, last: one })),
  );
});
