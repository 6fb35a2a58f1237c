import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Call } from "../../../tools/gate/call-log";
import { readCalls, writeCalls } from "../../../tools/gate/kept-calls";

const folder = mkdtempSync(join(tmpdir(), "calls-"));
afterAll(() => rmSync(folder, { recursive: true }));

const by = { command: "plan", root: "dev-global-dns" };
const call = (more: Partial<Call>): Call => ({
  time: 1_795_930_968_714,
  region: "eu-west-1",
  service: "ec2",
  action: "DescribeVpcs",
  protocol: "ec2",
  status: 200,
  ...more,
});

it("keeps each kind of call once, in an order that is always the same, without those that met a region that was off", () => {
  const file = join(folder, "calls.jsonl");
  const calls = [
    call({ by }),
    call({}),
    call({ time: 1, by, status: 404 }),
    call({ refused: { region: "eu-west-1", because: "signed for the region" } }),
  ];
  writeCalls(file, calls);
  const written = readFileSync(file, "utf8");
  writeCalls(file, calls.toReversed());
  expect(readFileSync(file, "utf8")).toBe(written);
  const asked = { region: "eu-west-1", service: "ec2", action: "DescribeVpcs" };
  expect(readCalls(file)).toEqual([
    { by, ...asked, count: 2 },
    { ...asked, count: 1 },
  ]);
});
