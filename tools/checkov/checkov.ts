import { execa } from "execa";
import { z } from "zod";
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
  const { stdout, stderr } = await execa(checker("checkov"), ["--directory", folder, ...args], {
    env: childEnvironment({ ...offline, NO_PROXY: "", no_proxy: "", LOG_LEVEL: "ERROR" }),
    extendEnv: false,
    stdin: "ignore",
    // Ends with 1 where a check failed.
    reject: false,
  });
  const read = report.safeParse(JSON.parse(stdout || "null"));
  if (!read.success || read.data.summary.parsing_errors > 0)
    throw new Error(`checkov cannot read the plans in ${folder}:\n${stdout.slice(0, 2_000)}\n${stderr}`);
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
