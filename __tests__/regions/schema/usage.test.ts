import { defineUsage, usageFrom } from "../../../regions/schema/usage-schema";
import { refusal } from "../../support/refusal";

const environments = [{ name: "prod" }, { name: "dev" }];
const natGb = { low: 80, expected: 120, high: 200, source: "bill of May" };

it("takes what is said, and assumes the rest with its source", () => {
  const { assumptions, budgetUsd } = usageFrom({ budgetUsd: 900, differs: { natGb } });
  expect(budgetUsd).toBe(900);
  expect(assumptions.natGb).toMatchObject(natGb);
  for (const { low, expected, high, source, about } of Object.values(assumptions)) {
    expect(source).not.toBe("");
    expect(about).toMatch(/^[A-Z].*\.$/);
    expect([Math.min(low, high), expected, Math.max(low, high)].sort((one, other) => one - other)[1]).toBe(expected);
  }
});

it("scales quantities, but neither shares nor the size of one answer", () => {
  const { assumptions } = usageFrom({ scale: 0.1 });
  const { requestsMillion, responseKb, originShare } = usageFrom({}).assumptions;
  expect(assumptions.requestsMillion.expected).toBeCloseTo(requestsMillion.expected / 10);
  expect(assumptions.requestsMillion.source).toContain("times 0.1");
  expect([assumptions.responseKb, assumptions.originShare]).toEqual([responseKb, originShare]);
});

it.each<[object, string]>([
  [{ pord: {} }, 'pord: is not an environment. Did you mean "prod"? Known: prod, dev.'],
  [{ prod: { differs: { natGB: natGb } } }, "prod.differs.natGB"],
  [{ prod: { differs: { natGb: { ...natGb, low: 150 } } } }, "must grow, or fall, from low over expected to high"],
  [{ prod: { differs: { natGb: { low: 1, expected: 2, high: 3 } } } }, "prod.differs.natGb.source"],
  [{ prod: { budgetUsd: -1 } }, "prod.budgetUsd"],
  [{ dev: { scale: 0 } }, "dev.scale"],
])("refuses %j with its place", (said, message) => {
  const told = refusal(() => defineUsage(environments, said as Record<string, object>));
  expect(told).toContain("regions/usage.ts has 1 problem:");
  expect(told).toContain(message);
});
