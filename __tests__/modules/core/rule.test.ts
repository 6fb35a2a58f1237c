import { execa } from "execa";
import { keeps, type Rule, ruleMessage, terraformCondition } from "../../../modules/core/rule";
import { childEnvironment } from "../../../terraform/process/child-environment";
import { toolchain } from "../../../terraform/toolchain";

const message = "No.";
const rules: Rule[] = [
  { require: { left: "least", is: "<=", right: { setting: "most" } }, message },
  { require: { left: "least", is: "<", right: { setting: "most" } }, message },
  { require: { left: "most", is: ">=", right: 5 }, message },
  { require: { left: "mode", is: "!=", right: "fast" }, message },
  { when: { left: "mode", is: "==", right: "slow" }, require: { left: "least", is: "==", right: 1 }, message },
  {
    when: { left: "on", is: "==", right: true },
    require: { left: "least", is: "!=", right: { setting: "most" } },
    message,
  },
];
const cases = [
  { least: 1, most: 5, mode: "slow", on: true },
  { least: 5, most: 5, mode: "slow", on: true },
  { least: 6, most: 5, mode: "fast", on: false },
  { least: 4, most: 4, mode: "even", on: false },
  { least: 10, most: 9, mode: "even", on: true },
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
  const { stdout } = await execa(toolchain().terraform, ["console"], {
    input: `jsonencode([${expressions.join(", ")}])\n`,
    cwd: __dirname,
    env: childEnvironment({ CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: toolchain().terraformCliConfig }),
    extendEnv: false,
  });
  expect(JSON.parse(JSON.parse(stdout))).toEqual(asked.map(({ kept }) => kept));
  expect(new Set(asked.map(({ kept }) => kept)).size).toBe(2);
}, 30_000);

it("says its message in the reader's names", () => {
  const rule = { ...rules[0], require: { left: "a", is: "<=", right: 1 }, message: "Lower {maxPerZone}." } as const;
  expect(ruleMessage(rule, (name) => name.toUpperCase())).toBe("Lower MAXPERZONE.");
});
