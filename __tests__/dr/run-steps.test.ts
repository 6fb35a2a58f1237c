import { Drill } from "../../dr/drill";
import { type RunOptions, runSteps } from "../../dr/run-steps";
import type { Step, StepRecord } from "../../dr/step";
import { anySettings } from "./support/settings";

const quiet: RunOptions["progress"] = { number: () => {}, run: (_, work) => work(() => {}) };

/** Steps that note what they do; `acts` says what else happens in one, by "run two" or "undo two". */
function world(acts: Record<string, () => void> = {}) {
  const events: string[] = [];
  const interrupt = new AbortController();
  const abandon = new AbortController();
  const act = (what: string) => async () => {
    events.push(what);
    acts[what]?.();
  };
  const steps = ["one", "two", "three"].map(
    (title): Step => ({
      ...{ title, about: "", needs: [], gives: [] },
      run: act(`run ${title}`),
      undo: { title: `no ${title}`, run: act(`undo ${title}`) },
    }),
  );
  const run = () =>
    runSteps(steps, new Drill(anySettings()), {
      progress: quiet,
      interrupt: interrupt.signal,
      abandon: abandon.signal,
    });
  return { events, interrupt, abandon, steps, run };
}

const fail = (message: string) => () => {
  throw new Error(message);
};
const errors = (records: readonly StepRecord[]) =>
  records.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`]));

it("runs the steps in their order, then takes each back, last first", async () => {
  const { events, run } = world();
  const records = await run();
  expect(events).toEqual(["run one", "run two", "run three", "undo three", "undo two", "undo one"]);
  expect(errors(records)).toEqual([]);
  expect(records.map(({ title, phase }) => `${phase} ${title}`)).toEqual(
    ["run one", "run two", "run three"].concat(["undo no three", "undo no two", "undo no one"]),
  );
});

it("takes back every started step, last first, after a failure", async () => {
  const { events, run } = world({ "run two": fail("no capacity") });
  const records = await run();
  expect(events).toEqual(["run one", "run two", "undo two", "undo one"]);
  expect(errors(records)).toEqual(["two: no capacity"]);
});

it("fails a step that leaves out what later ones need of it", async () => {
  const { steps, run } = world();
  Object.assign(steps[0] ?? {}, { gives: ["source"] });
  expect(errors(await run())).toEqual(['one: "one" should have found source.']);
});

it("does not take back a step that only prepares and refuses, but all before it", async () => {
  const made = world({ "run two": fail("the region stands already") });
  Object.assign(made.steps[1] ?? {}, { prepares: true });
  expect(errors(await made.run())).toEqual(["two: the region stands already"]);
  expect(made.events).toEqual(["run one", "run two", "undo one"]);
});

it("takes back a step that prepares when a later one fails", async () => {
  const made = world({ "run three": fail("no capacity") });
  Object.assign(made.steps[1] ?? {}, { prepares: true });
  await made.run();
  expect(made.events.slice(-3)).toEqual(["undo three", "undo two", "undo one"]);
});

it("does not take back a step that was not begun", async () => {
  const made = world({ "run one": () => made.interrupt.abort(new Error("interrupted by SIGINT")) });
  await made.run();
  expect(made.events).toEqual(["run one", "undo one"]);
});

it("takes back every started step, last first, after an interrupt in a step", async () => {
  const made = world({
    "run two": () => {
      made.interrupt.abort(new Error("interrupted by SIGINT"));
      made.interrupt.signal.throwIfAborted();
    },
  });
  const records = await made.run();
  expect(made.events).toEqual(["run one", "run two", "undo two", "undo one"]);
  expect(errors(records)).toEqual(["two: interrupted by SIGINT"]);
});

it("records an interrupt that came when a step had just ended, so that it never passes", async () => {
  const made = world({ "run two": () => made.interrupt.abort(new Error("interrupted by SIGTERM")) });
  const records = await made.run();
  expect(made.events).toEqual(["run one", "run two", "undo two", "undo one"]);
  expect(errors(records)).toEqual(["three: interrupted by SIGTERM"]);
});

it("goes on taking back when one undo fails, and reports it", async () => {
  const { events, run } = world({ "undo two": fail("the bucket is not empty") });
  const records = await run();
  expect(events.slice(-3)).toEqual(["undo three", "undo two", "undo one"]);
  expect(errors(records)).toEqual(["no two: the bucket is not empty"]);
});

it("reports both a failure and what could not be taken back after it", async () => {
  const { run } = world({ "run two": fail("no capacity"), "undo one": fail("still in use") });
  expect(errors(await run())).toEqual(["two: no capacity", "no one: still in use"]);
});

it("takes nothing more back after a second interrupt, and reports each that was not", async () => {
  const made = world({ "undo three": () => made.abandon.abort(new Error("stopped by the second interrupt")) });
  const records = await made.run();
  expect(made.events.slice(-1)).toEqual(["undo three"]);
  expect(errors(records)).toEqual([
    "no two: stopped by the second interrupt",
    "no one: stopped by the second interrupt",
  ]);
});

it("gives a step the signal of the interrupt, and its undo another one that still lets it work", async () => {
  const made = world({ "run three": () => made.interrupt.abort(new Error("interrupted by SIGINT")) });
  const seen: boolean[] = [];
  const [one] = made.steps;
  if (one?.undo)
    Object.assign(one.undo, { run: async (_: Drill, at: { signal: AbortSignal }) => seen.push(at.signal.aborted) });
  await made.run();
  expect(seen).toEqual([false]);
});

it("tells when each step began and how long it took", async () => {
  const { steps, run } = world();
  const [one] = steps;
  if (one) Object.assign(one, { run: () => new Promise((resolve) => setTimeout(resolve, 50)) });
  const before = Date.now();
  const [record] = await run();
  expect(Date.parse(record?.startedAt ?? "")).toBeGreaterThanOrEqual(before);
  expect(record?.seconds).toBeGreaterThanOrEqual(0.045);
  expect(record?.seconds).toBeLessThanOrEqual((Date.now() - before + 1) / 1000);
});
