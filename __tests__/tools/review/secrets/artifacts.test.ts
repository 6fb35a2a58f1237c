import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { childEnvironment } from "../../../../terraform/process/environments";
import { projectRoot } from "../../../../terraform/project-root";
import { jsonFile } from "../../../../tools/json-file";
import { review } from "../../../../tools/review/review";
import { runFolder } from "../../../support/once";
import { places } from "./places";

jest.setTimeout(60_000);

// Made for this test; they open nothing.
const random = "kQ7vX2mPz9LrT4wB8nYc";
const phrase = 'correct "horse" battery/9 staple';
const hostile = "\n::error::x\n##[error]y\u001b[31m \u009b2J \u202Ez [q](https://evil.example) @octocat <b>#1";

/** What a plan says beside its changes. */
const beside: Readonly<Record<string, (secret: string) => object>> = {
  "a variable": (secret) => ({ planned_values: {}, variables: { it: { value: secret } } }),
  "the state before": (secret) => ({
    resource_changes: [],
    prior_state: { values: { root_module: { resources: [{ address: "aws_lb.it", values: { name: secret } }] } } },
  }),
  "what is planned": (secret) => ({ planned_values: { outputs: { it: { value: secret, sensitive: true } } } }),
  "the description of a rule that opens to the internet": (secret) => ({
    resource_changes: [
      {
        address: `aws_security_group.it["${secret}"]`,
        type: "aws_security_group",
        change: {
          actions: ["update"],
          before: { ingress: [] },
          after: {
            ingress: [{ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"], description: secret }],
          },
        },
      },
    ],
  }),
};

const marked = (plan: { configuration?: { root_module: object } }): object => ({
  ...plan,
  variables: { it: { value: phrase } },
  configuration: { root_module: { ...plan.configuration?.root_module, variables: { it: { sensitive: true } } } },
});

/** All that `./shop review` gives of plans: what it prints, and each of its files. */
async function given(plans: readonly object[]): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(runFolder(), "artifacts-"));
  const files = plans.map((plan, index) => {
    writeFileSync(join(folder, `plan${index}.json`), JSON.stringify(plan));
    return join(folder, `plan${index}.json`);
  });
  const { all } = await execa(process.execPath, ["shop", "review", "--plan", ...files, "--out", folder], {
    cwd: projectRoot,
    env: childEnvironment(),
    extendEnv: false,
    reject: false,
    all: true,
  });
  const written = (name: string): string => readFileSync(join(folder, name), "utf8");
  return { log: all, comment: written("review.md"), JSON: written("review.json"), SARIF: written("review.sarif") };
}

const everywhere = [...Object.values(places), ...Object.values(beside)];

it("lets no secret out, into no file and no log", async () => {
  const all = await given([
    ...everywhere.map((planWith) => planWith(random)),
    ...everywhere.map((one) => marked(one(phrase))),
  ]);
  for (const [what, text] of Object.entries(all)) {
    expect([what, text]).toEqual([what, expect.not.stringMatching(new RegExp(`${random}|horse|aG9yc2`))]);
    expect(text).toContain("hidden:");
  }
});

it("does not quote what is no plan, or no JSON", () => {
  expect(() => review([{ root: "root", json: { values: { [random]: random } } }])).toThrow(unquoted);
  const file = join(mkdtempSync(join(runFolder(), "artifacts-")), "plan.json");
  writeFileSync(file, `{"password": "${random}"`);
  expect(() => jsonFile("--plan", file)).toThrow(unquoted);
});

const unquoted = expect.objectContaining({ message: expect.not.stringContaining(random) });

it("lets nothing out that is a command to a terminal or a runner, or a link", async () => {
  const all = await given(everywhere.map((planWith) => planWith(hostile)));
  for (const [what, text] of Object.entries(all)) {
    expect([what, text]).toEqual([what, expect.not.stringMatching(/^\s*::|^##\[|[^\P{C}\n\u200B]/mu)]);
    expect(text).toContain("evil.example");
  }
  for (const { message } of JSON.parse(all.SARIF ?? "").runs[0].results) expect(message.text).not.toMatch(/\]\(|:\/\//);
});
