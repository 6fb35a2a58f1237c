import { keeps, type Rule, ruleMessage, terraformCondition } from "../../../modules/core/rule";
import { evaluated } from "../../support/evaluated";

const message = "No.";
const rules: Rule[] = (["<", "<=", ">="] as const).flatMap((is) =>
  [undefined, 110].map((percent) => ({ require: { left: "least", is, right: "most", percent }, message })),
);
const cases = [
  { least: 1, most: 5 },
  { least: 5, most: 5 },
  { least: 6, most: 5 },
  { least: 10, most: 9 },
  { least: 9, most: 10 },
  { least: 100, most: 109 },
  { least: 100, most: 110 },
];

it("is the same for a region file and for Terraform, whatever the values", async () => {
  const asked = rules.flatMap((rule) =>
    cases.map((values) => ({
      kept: keeps(rule, values),
      condition: terraformCondition(rule, (name) =>
        JSON.stringify(Object.entries(values).find(([key]) => key === name)?.[1]),
      ),
    })),
  );
  // The real Terraform says what the conditions are worth.
  const expressions = asked.map(({ condition }) => condition.replace(/^\$\{(.*)\}$/s, "$1"));
  expect(await evaluated(expressions)).toEqual(asked.map(({ kept }) => kept));
  expect(new Set(asked.map(({ kept }) => kept)).size).toBe(2);
});

it("says its message in the reader's names", () => {
  const rule = { require: { left: "a", is: "<=", right: "b" }, message: "Lower {maxPerZone}." } as const;
  expect(ruleMessage(rule, (name) => name.toUpperCase())).toBe("Lower MAXPERZONE.");
});
