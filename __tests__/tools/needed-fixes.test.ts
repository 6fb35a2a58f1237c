import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { neededFixes } from "../../tools/needed-fixes/needed-fixes";

const fixes = "tools/local-aws/moto";
const tests = "__tests__/tools/local-aws/moto";
const copy = mkdtempSync(join(tmpdir(), "needed-fixes-"));

beforeAll(() => {
  for (const folder of [fixes, tests]) cpSync(join(projectRoot, folder), join(copy, folder), { recursive: true });
  for (const name of ["sqs_does_what_it_did", "sqs_has_no_test"])
    writeFileSync(join(copy, fixes, "fixes", `${name}.py`), '"""Changes nothing."""\n');
  writeFileSync(
    join(copy, tests, "test_nothing.py"),
    [
      "from support import AwsTest",
      "class NothingTest(AwsTest):",
      '    FIX = "sqs_does_what_it_did"',
      "    def test_it_lists_queues(self) -> None:",
      '        self.client("sqs").list_queues()',
      "",
    ].join("\n"),
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it("tells a fix that its tests need from one that they do not, and from one without a test", async () => {
  const asked = ["elbv2_protected_load_balancer_stays", "sqs_does_what_it_did", "sqs_has_no_test"];
  const verdicts: unknown[] = [];
  for await (const verdict of neededFixes(asked, copy)) verdicts.push(verdict);
  expect(verdicts).toEqual([
    { name: "elbv2_protected_load_balancer_stays", error: null },
    {
      name: "sqs_does_what_it_did",
      error: "passes without the fix: sqs_does_what_it_did: it lists queues",
    },
    { name: "sqs_has_no_test", error: "no test" },
  ]);
});

it("fails for a fix that there is not", async () => {
  await expect(neededFixes(["sqs_has_no_tests"], copy).next()).rejects.toThrow(
    '"sqs_has_no_tests" is not a known fix. Did you mean "sqs_has_no_test"? They are the files of tools/local-aws/moto/fixes.',
  );
});
