import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../../terraform/project-root";
import { toolchain } from "../../../terraform/toolchain";

const line = z.object({ name: z.string(), error: z.string().nullable() });

// Run while the file is read, because jest wants to know its tests before the first one runs.
const run = spawnSync(toolchain().python, [join(projectRoot, "__tests__/tools/local-aws/moto/run.py")], {
  encoding: "utf8",
  timeout: 3_600_000,
});
const results = run.stdout
  .split("\n")
  .filter((text) => text !== "")
  .map((text) => line.parse(JSON.parse(text)));

describe("moto with the fixes behaves as AWS does", () => {
  it("runs to the end", () => {
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
    expect(results.length).toBeGreaterThan(0);
  });

  it.each(results)("$name", ({ error }) => {
    expect(error).toBeNull();
  });
});
