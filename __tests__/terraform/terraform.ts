import { execa } from "execa";
import { z } from "zod";
import { childEnvironment } from "../../terraform/process/environments";
import { collectSeldom } from "../../terraform/root";
import { toolchain } from "../../terraform/toolchain";
import { aboutOverrides, checkedOnInit } from "../support/checked-on-init";

const diagnostic = z.object({
  severity: z.string(),
  summary: z.string(),
  detail: z.string().default(""),
  range: z.object({ filename: z.string() }).optional(),
  snippet: z
    .object({
      context: z.string().nullable(),
      values: z.array(z.object({ traversal: z.string() })).nullable(),
    })
    .optional(),
});

/** One of Terraform's own errors or warnings. */
export type Diagnostic = z.infer<typeof diagnostic>;

/** Runs the real Terraform in a folder: no credentials, and no endpoint that answers. */
export async function terraform(folder: string, ...args: string[]): Promise<string> {
  const { terraform } = toolchain();
  const { stdout } = await execa(terraform, args, {
    cwd: folder,
    env: childEnvironment({
      TF_CLI_CONFIG_FILE: checkedOnInit(),
      CHECKPOINT_DISABLE: "1",
      GOGC: collectSeldom,
      AWS_ACCESS_KEY_ID: "none",
      AWS_SECRET_ACCESS_KEY: "none",
      AWS_ENDPOINT_URL: "http://127.0.0.1:9",
      AWS_EC2_METADATA_DISABLED: "true",
    }),
    extendEnv: false,
    stdin: "ignore",
    reject: false,
  }).then((ended) => {
    // A configuration with errors ends with 1, too, and says them as JSON.
    if (ended.failed && !ended.stdout.includes('"diagnostic'))
      throw new Error(`${ended.shortMessage}\n${ended.stderr}`);
    return ended;
  });
  return stdout;
}

/** Installs the locked provider and the modules, without a backend. */
export const init = (folder: string): Promise<string> =>
  terraform(folder, "init", "-backend=false", "-lockfile=readonly", "-input=false", "-no-color");

/** What `terraform validate` has to say. */
export async function validate(folder: string): Promise<Diagnostic[]> {
  const answer = z.object({ valid: z.boolean(), diagnostics: z.array(diagnostic) });
  return answer.parse(JSON.parse(await terraform(folder, "validate", "-json"))).diagnostics.filter(isOfConfiguration);
}

/** What `terraform plan` has to say. */
export async function plan(folder: string): Promise<Diagnostic[]> {
  const line = z.object({ diagnostic: diagnostic.optional() });
  const lines = (await terraform(folder, "plan", "-json", "-input=false", "-lock=false")).split("\n");
  return lines.flatMap((text) => line.parse(JSON.parse(text)).diagnostic ?? []).filter(isOfConfiguration);
}

const isOfConfiguration = ({ summary }: Diagnostic): boolean => summary !== aboutOverrides;
