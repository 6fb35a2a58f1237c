import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";
import type { Where } from "../drill";

/** What the drill ran with; moto only where it was the AWS. */
export type Versions = Readonly<Record<"node" | "terraform" | "provider" | "cdktf", string>> & {
  readonly moto?: string;
};

/** Reads the versions from where they are pinned. */
export function versions({ kind }: Where): Versions {
  const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read("package.json"));
  const found = (file: string, pattern: RegExp): string => pattern.exec(read(file))?.[1] ?? "unknown";
  return {
    node: process.versions.node,
    terraform: toolchain().terraformVersion,
    provider: found(".terraform.lock.hcl", /version\s*=\s*"([^"]+)"/),
    cdktf: dependencies.cdktf ?? "unknown",
    ...(kind === "own" ? { moto: found("tools/setup/local-aws.txt", /^moto(?:\[[^\]]*\])?==(\S+)/m) } : {}),
  };
}
