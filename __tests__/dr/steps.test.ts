import { cleanUpSteps } from "../../dr/clean-up/account";
import type { Where } from "../../dr/drill";
import type { Step } from "../../dr/step";
import { everyStep, steps } from "../../dr/steps/all";
import { awsUpstream } from "../../tools/gate/aws/upstream";

const places: Record<string, Where> = {
  "in a local AWS of its own": { kind: "own" },
  "in another local AWS": { kind: "endpoint", endpoint: "http://127.0.0.1:4566" },
  "in an account": {
    kind: "account",
    upstream: (key) => awsUpstream(async () => ({ accessKeyId: "", secretAccessKey: "" }), key),
  },
};
const drills = Object.entries(places).flatMap(([name, where]) =>
  [false, true].map((keep): [string, Step[]] => [`a drill ${name}${keep ? ", kept" : ""}`, steps({ where, keep })]),
);

/** What steps need that no earlier one gives. */
const missing = (list: readonly Step[]): string[] =>
  list.flatMap(({ title, needs }, index) => {
    const given = list.slice(0, index).flatMap(({ gives }) => gives);
    return needs.filter((need) => !given.includes(need)).map((need) => `${title}: ${need}`);
  });

it.each([...drills, ["a clean-up of the account", [...cleanUpSteps([])]] as [string, Step[]]])(
  "gives each step what it needs from an earlier one, in %s",
  (_, list) => {
    expect(missing(list)).toEqual([]);
  },
);

it("names what a step lacks that is in the wrong place", () => {
  const [start, note, ...others] = steps({ where: { kind: "own" }, keep: false });
  if (!start || !note) throw new Error("a drill has no steps");
  expect(missing([note, start, ...others])).toEqual(["Record what exists before the drill: aws"]);
});

it("takes every step in one drill or another, once, under a title of its own", () => {
  const taken = new Set(drills.flatMap(([, list]) => list));
  expect(everyStep.filter(([step]) => !taken.has(step))).toEqual([]);
  const titles = everyStep.flatMap(([{ title, undo }]) => [title, ...(undo ? [undo.title] : [])]);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
