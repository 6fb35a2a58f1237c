import { join } from "node:path";
import { exampleSynthesized } from "../support/example";
import { type Findings, validateRoots } from "../terraform/validate-roots";
import { modulesOf, rootsOf, synthesizedAs } from "./synthesized";
import { type Alternative, alternatives } from "./table";

let found: Findings;
const rootFolders = (alternative: Alternative): string[] => {
  const { environment, out } = synthesizedAs(alternative.name);
  return rootsOf(environment, alternative).map((id) => join(out, "stacks", id));
};

beforeAll(async () => {
  found = await validateRoots(alternatives.flatMap(rootFolders));
});

it("compares with what the shop has, whatever the environment is called", () => {
  const dev = modulesOf({ out: exampleSynthesized(), environment: "dev" });
  const asItIs = modulesOf(synthesizedAs("as it is"));
  const others = [...dev].filter(([path, text]) => asItIs.get(path) !== text).map(([path]) => path);
  // The account of dev alone has a role for drills.
  expect(others).toEqual(["global/account/main.tf.json"]);
  expect(asItIs.size).toBe(dev.size);
});

describe.each(alternatives)("$name", (alternative) => {
  it("is valid for Terraform, without a warning", () => {
    const { environment, out } = synthesizedAs(alternative.name);
    const modules = join(out, "modules", environment);
    expect([modules, ...rootFolders(alternative)].flatMap((folder) => found.in(folder))).toEqual([]);
  });

  it("is not what the shop has already", () => {
    expect(modulesOf(synthesizedAs(alternative.name))).not.toEqual(modulesOf(synthesizedAs("as it is")));
  });
});
