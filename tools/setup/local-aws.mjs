import { readFileSync } from "node:fs";
import { join } from "node:path";
import { virtualEnvironment } from "./virtual-environment.mjs";

/** The local AWS: moto. */
export const localAws = virtualEnvironment({
  name: "venv",
  requirements: "local-aws.txt",
  atLeast: "3.10",
  proof: "import boto3, moto.server",
  // server.py writes none, so that the working tree stays clean.
  compile: true,
  title: (project) => `moto ${motoVersion(project)} for the local AWS`,
});

/** The version of moto that is pinned. */
export function motoVersion({ root }) {
  return /^moto==(\S+)/m.exec(readFileSync(join(root, "tools/setup/local-aws.txt"), "utf8"))?.[1];
}
