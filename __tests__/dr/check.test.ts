import { ask, askPatiently, type Check } from "../../dr/check";

const about = { id: "a-check", question: "reachable", controls: ["DORA Art. 25"] } as const;

/** A check that fails so many times, and then passes. */
function slow(times: number): Check<void> & { asked: number } {
  const check = {
    ...about,
    title: "Targets are healthy",
    asked: 0,
    ask: async () => ({ seen: "6 targets", problems: ++check.asked <= times ? ["one is initial"] : [] }),
  };
  return check;
}
const pause = async () => {};

it("asks again what AWS is still at work on, and takes the last answer", async () => {
  const check = slow(3);
  const outcome = await askPatiently(check, undefined, { until: Date.now() + 60_000, pause });
  expect(outcome).toMatchObject({ status: "passed", problems: [] });
  expect(check.asked).toBe(4);
});

it("fails what has not become so when patience is at its end", async () => {
  const check = slow(Number.POSITIVE_INFINITY);
  const outcome = await askPatiently(check, undefined, { until: Date.now() - 1, pause });
  expect(outcome).toMatchObject({ status: "failed", problems: ["one is initial"] });
  expect(check.asked).toBe(1);
});

it("takes what could not be asked for uncertain, however often it is asked", async () => {
  const broken: Check<void> = { ...about, title: "Broken", ask: () => Promise.reject(new Error("no answer")) };
  const uncertain = { status: "uncertain", problems: ["could not be asked: Error: no answer"] };
  expect(await ask(broken, undefined)).toMatchObject(uncertain);
  expect(await askPatiently(broken, undefined, { until: Date.now() - 1, pause })).toMatchObject(uncertain);
});
