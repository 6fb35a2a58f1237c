import { join } from "node:path";
import pLimit from "p-limit";
import { removeCopies } from "../app/project";
import { type Findings, validateRoots } from "../terraform/validate-roots";
import { modulesOf, Project, rootsOf, type Synthesized } from "./project";
import { alternatives } from "./table";

jest.setTimeout(600_000);

let asItIs: Map<string, string>;
const synthesized = new Map<string, Synthesized>();
let found: Findings;

beforeAll(async () => {
  const project = new Project();
  asItIs = modulesOf(await project.synth([]));
  const two = pLimit(2);
  const results = await Promise.all(
    alternatives.map((alternative) => two(async () => ({ alternative, result: await project.synth([alternative]) }))),
  );
  for (const { alternative, result } of results) synthesized.set(alternative.name, result);
  found = await validateRoots(
    results.flatMap(({ alternative, result }) => rootsOf(alternative).map((id) => join(result.out, "stacks", id))),
  );
});
afterAll(removeCopies);

describe.each(alternatives)("$name", ({ name }) => {
  it("is valid for Terraform, without a warning", () => {
    const result = synthesized.get(name);
    expect(result && found.in(result.out)).toEqual([]);
  });

  it("is not what the shop has already", () => {
    const result = synthesized.get(name);
    expect(result && modulesOf(result)).not.toEqual(asItIs);
  });
});
