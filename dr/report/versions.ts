import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";

/** What the drill ran with. */
export type Versions = Readonly<Record<"node" | "terraform" | "provider" | "cdktf" | "moto", string>>;

/** Reads the versions from where they are pinned. */
export function versions(): Versions {
  const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read("package.json"));
  const found = (file: string, pattern: RegExp): string => pattern.exec(read(file))?.[1] ?? "unknown";
  return {
    node: process.versions.node,
    terraform: toolchain().terraformVersion,
    provider: found(".terraform.lock.hcl", /version\s*=\s*"([^"]+)"/),
    cdktf: dependencies.cdktf ?? "unknown",
    moto: found("tools/setup/local-aws.txt", /^moto(?:\[[^\]]*\])?==(\S+)/m),
  };
}
