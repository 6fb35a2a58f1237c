import { isRunId, newRunId } from "../../dr/run-id";
import { runInputs } from "../../modules/core/run";

const now = new Date("2026-11-23T03:00:59.999Z");

it("differs between two runs that begin in the same second on two machines", () => {
  const ids = Array.from({ length: 20 }, () => newRunId(now));
  expect(new Set(ids).size).toBe(20);
  for (const id of ids) expect(id).toMatch(/^dr-261123030059-[a-z0-9]{4}$/);
});

it("fits into every name: it is as long as the first part of a name may be, and no longer", () => {
  const id = newRunId(now);
  expect(runInputs.shape.namePrefix.safeParse(id)).toMatchObject({ success: true });
  expect(runInputs.shape.namePrefix.safeParse(`${id}a`)).toMatchObject({ success: false });
});

it("is known from other names, those of earlier versions too", () => {
  expect([newRunId(now), "dr-2611230300"].map(isRunId)).toEqual([true, true]);
  const others = [
    "dr-26112303",
    "dr-261123030000",
    "dr-2611230300/../x",
    "dr-261123030000-ab/c",
    "prod",
    "",
    "dr-2611230300\n",
  ];
  expect(others.filter(isRunId)).toEqual([]);
});
