import { join } from "node:path";
import pLimit from "p-limit";
import { removeCopies } from "../app/project";
import { type Diagnostic, init, validate } from "../terraform/terraform";
import { modulesOf, Project, rootsOf, type Synthesized } from "./project";
import { alternatives } from "./table";

jest.setTimeout(600_000);

let asItIs: Map<string, string>;
const synthesized = new Map<string, Synthesized>();
const found = new Map<string, Diagnostic[]>();

beforeAll(async () => {
  const project = new Project();
  asItIs = modulesOf(await project.synth([]));
  const two = pLimit(2);
  await Promise.all(
    alternatives.map((alternative) =>
      two(async () => {
        const result = await project.synth([alternative]);
        synthesized.set(alternative.name, result);
        for (const id of rootsOf(alternative)) {
          const folder = join(result.out, "stacks", id);
          await init(folder);
          found.set(alternative.name, [...(found.get(alternative.name) ?? []), ...(await validate(folder))]);
        }
      }),
    ),
  );
});
afterAll(removeCopies);

describe.each(alternatives)("$name", ({ name }) => {
  it("is valid for Terraform, without a warning", () => {
    expect(found.get(name)).toEqual([]);
  });

  it("is not what the shop has already", () => {
    const result = synthesized.get(name);
    expect(result && modulesOf(result)).not.toEqual(asItIs);
  });
});
