import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { built } from "../../dr/support/script";

let script: string;
beforeAll(() => {
  script = built("a-question", __dirname);
});
afterAll(() => rmSync(script));

it.each([
  ["yes\n", 0],
  ["y\n", 1],
  ["yes, please\n", 1],
  ["", 1],
])("takes %j for an answer to what it asks, and ends with %i", async (input, code) => {
  const child = spawn(process.execPath, [script]);
  let asked = "";
  child.stderr.on("data", (text) => (asked += text));
  child.stdin.end(input);
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(code);
  const hint = input === "y\n" ? 'It takes the whole word. Type "yes" to continue: ' : "";
  expect(asked).toBe(`Go on? Type "yes" to continue: ${hint}`);
});
