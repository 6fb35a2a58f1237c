import { z } from "zod";
import { runChild } from "../../terraform/process/child";
import { childEnvironment } from "../../terraform/process/environments";
import { checker } from "../../terraform/toolchain";
import type { Finding } from "./exception";

const report = z.object({
  summary: z.object({ passed: z.int(), parsing_errors: z.int(), resource_count: z.int() }),
  results: z.object({
    failed_checks: z.array(z.object({ check_id: z.string(), check_name: z.string(), resource: z.string() })),
  }),
});

/** What checkov says of plans: how many resources it saw, and the checks that failed. */
export interface Checked {
  readonly resources: number;
  readonly passed: number;
  readonly findings: readonly Finding[];
}

// Whatever it would ask of the network fails at once.
const nowhere = "http://127.0.0.1:9";
const offline = { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, http_proxy: nowhere, https_proxy: nowhere };

/** Runs checkov over a folder of plans in JSON, without network. */
export async function checkov(folder: string): Promise<Checked> {
  const args = ["--framework", "terraform_plan", "--skip-download", "--quiet", "--compact", "--output", "json"];
  const { stdout, output } = await runChild(checker("checkov"), ["--directory", folder, ...args], {
    cwd: folder,
    environment: childEnvironment({ ...offline, NO_PROXY: "", no_proxy: "", LOG_LEVEL: "ERROR" }),
    // With 1 where a check failed.
    expected: "any",
  });
  const read = report.safeParse(JSON.parse(stdout || "null"));
  if (!read.success || read.data.summary.parsing_errors > 0)
    throw new Error(`checkov cannot read the plans in ${folder}:\n${output.slice(0, 4_000)}`);
  const { summary, results } = read.data;
  return {
    resources: summary.resource_count,
    passed: summary.passed,
    findings: results.failed_checks.map(({ check_id, check_name, resource }) => ({
      check: check_id,
      resource,
      says: check_name,
    })),
  };
}
