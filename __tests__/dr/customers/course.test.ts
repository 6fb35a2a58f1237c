import { ask, type Check } from "../../../dr/check";
import {
  type Course,
  holdCustomersBackUntilItIsOpen,
  keepCustomersOffTheLostRegion,
  leadCustomersBackOnceTheFenceIsLifted,
} from "../../../dr/customers/checks";
import type { Event, Moment } from "../../../dr/customers/moment";

const [lost, target] = ["eu-west-1", "eu-central-1"];
const moment = (after: Event, region: string | null, nameServer = "192.0.2.53"): Moment => ({
  ...{ at: Date.UTC(2026, 0, 1), after, region, nameServer },
  through: ["origin.shop.test"],
});

/** A drill in which all is well. */
const well: readonly Moment[] = [
  moment("lost", lost),
  moment("fenced", null),
  moment("rebuilt", null),
  moment("opened", null),
  moment("opened", target),
  moment("back", target),
  moment("back", target),
  moment("lifted", target),
  moment("lifted", lost),
];
const asked = (check: Check<Course>, moments: readonly Moment[]) => ask(check, { lost, target, moments });
const instead = (after: Event, region: string | null): Moment[] =>
  well.map((one) => (one.after === after ? { ...one, region } : one));
const without = (after: Event): Moment[] => well.filter((one) => one.after !== after);

it("takes the last answer for how a change ended: not all name servers know it at once", async () => {
  const slow = [...well, moment("fenced", lost, "192.0.2.54"), moment("fenced", null, "192.0.2.54")];
  expect(await asked(keepCustomersOffTheLostRegion, slow)).toMatchObject({ status: "passed" });
  expect(await asked(holdCustomersBackUntilItIsOpen, slow)).toMatchObject({ status: "passed" });
});

const every = [keepCustomersOffTheLostRegion, holdCustomersBackUntilItIsOpen, leadCustomersBackOnceTheFenceIsLifted];
it.each(every.map((check) => [check.title, check] as const))("passes where this is so: %s", async (_, check) => {
  expect(await asked(check, well)).toMatchObject({ status: "passed", problems: [] });
});

it.each<[string, Check<Course>, readonly Moment[], string]>([
  [
    "somebody is led to the lost region that answers again",
    keepCustomersOffTheLostRegion,
    instead("back", lost),
    "customers got eu-west-1 instead of any other",
  ],
  [
    "somebody is led to it while it is fenced",
    keepCustomersOffTheLostRegion,
    instead("fenced", lost),
    "customers got eu-west-1 instead of any other",
  ],
  [
    "somebody is led to the recovered region before it is open",
    holdCustomersBackUntilItIsOpen,
    instead("rebuilt", target),
    "customers got eu-central-1 instead of no region",
  ],
  [
    "nobody is led to it once it is open",
    holdCustomersBackUntilItIsOpen,
    instead("opened", null),
    "customers got no region instead of eu-central-1",
  ],
  [
    "one of two name servers leads elsewhere",
    holdCustomersBackUntilItIsOpen,
    [...well, moment("opened", null, "192.0.2.54")],
    "192.0.2.54",
  ],
  [
    "a lifted fence leads nobody back",
    leadCustomersBackOnceTheFenceIsLifted,
    instead("lifted", target),
    "customers got eu-central-1 instead of eu-west-1",
  ],
])("fails where %s", async (_, check, moments, problem) => {
  const { status, problems } = await asked(check, moments);
  expect(status).toBe("failed");
  expect(problems[0]).toContain(problem);
});

it.each<[string, Check<Course>, Event]>([
  ["the fence", keepCustomersOffTheLostRegion, "fenced"],
  ["the return of the lost region", keepCustomersOffTheLostRegion, "back"],
  ["the opening", holdCustomersBackUntilItIsOpen, "opened"],
  ["the lifting", leadCustomersBackOnceTheFenceIsLifted, "lifted"],
])("is uncertain where nobody asked after %s", async (_, check, event) => {
  expect(await asked(check, without(event))).toMatchObject({ status: "uncertain" });
});
