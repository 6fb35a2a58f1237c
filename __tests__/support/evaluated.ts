import { execa } from "execa";
import { childEnvironment } from "../../terraform/process/environments";
import { toolchain } from "../../terraform/toolchain";

/** What the real Terraform makes of expressions, without their `${…}`. */
export async function evaluated(expressions: readonly string[]): Promise<unknown[]> {
  const { stdout } = await execa(toolchain().terraform, ["console"], {
    input: `jsonencode([${expressions.join(", ")}])\n`,
    cwd: __dirname,
    env: childEnvironment({ CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: toolchain().terraformCliConfig }),
    extendEnv: false,
  });
  return JSON.parse(JSON.parse(stdout));
}
