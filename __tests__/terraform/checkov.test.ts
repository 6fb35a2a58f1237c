import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checked, checkov } from "../../tools/checkov/checkov";
import { judge } from "../../tools/checkov/exception";
import { exceptions } from "../../tools/checkov/exceptions";
import { exampleSynthesized } from "../support/example";
import { plansOf } from "./planned";

const out = mkdtempSync(join(tmpdir(), "checkov-"));
let plans: string;
let checked: Checked;

beforeAll(async () => {
  plans = await plansOf(exampleSynthesized(), out);
  checked = await checkov(plans);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

it("plans each tier at least once", () => {
  const modules = join(exampleSynthesized(), "modules/dev");
  const tiers = readdirSync(modules)
    .flatMap((region) => readdirSync(join(modules, region)))
    .filter((tier, index, all) => all.indexOf(tier) === index);
  const text = readdirSync(plans)
    .map((file) => readFileSync(join(plans, file), "utf8"))
    .join();
  expect(tiers.filter((tier) => !text.includes(`"module.${tier}.aws_`))).toEqual([]);
});

it("fails no check that is not excepted for a reason and until a day, and excepts nothing without need", () => {
  expect(checked.passed).toBeGreaterThan(300);
  expect(judge(checked.findings, exceptions, new Date())).toEqual([]);
});
