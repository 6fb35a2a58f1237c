import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { targets } from "../../dr/targets";
import { projectRoot } from "../../terraform/project-root";
import { nightlyFile } from "../init/texts";

const listed = /^( +)include: # every target of .*\n(?: +- \{ lost: .*\n)*/gm;

/** The nightly workflow with every recovery target in the matrix of each drill; nothing where the file is gone. */
export function nightly(): ReadonlyMap<string, string> {
  const file = join(projectRoot, nightlyFile);
  return existsSync(file) ? new Map([[nightlyFile, withTargets(readFileSync(file, "utf8"))]]) : new Map();
}

/** A workflow's text, with the targets in each matrix that lists them. */
export const withTargets = (text: string, all: readonly { lost: string; region: string }[] = targets): string =>
  text.replace(listed, (matrix, indent: string) =>
    [
      `${matrix.split("\n")[0]}\n`,
      ...all.map(({ lost, region }) => `${indent}  - { lost: ${lost}, target: ${region} }\n`),
    ].join(""),
  );
