import { execa } from "execa";
import { keeps, type Rule, ruleMessage, terraformCondition } from "../../../modules/core/rule";
import { childEnvironment } from "../../../terraform/process/environments";
import { toolchain } from "../../../terraform/toolchain";

const message = "No.";
const rules: Rule[] = (["<", "<=", ">="] as const).map((is) => ({
  require: { left: "least", is, right: "most" },
  message,
}));
const cases = [
  { least: 1, most: 5 },
  { least: 5, most: 5 },
  { least: 6, most: 5 },
  { least: 10, most: 9 },
  { least: 9, most: 10 },
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
});

it("says its message in the reader's names", () => {
  const rule = { require: { left: "a", is: "<=", right: "b" }, message: "Lower {maxPerZone}." } as const;
  expect(ruleMessage(rule, (name) => name.toUpperCase())).toBe("Lower MAXPERZONE.");
});
