import { join } from "node:path";
import { node, programs, removeProjects, smallProject } from "./project";

const find = (root: string, scripts: Record<string, string>) =>
  node(
    root,
    [
      "--input-type=module",
      "-e",
      'import { findPython } from "./tools/setup/python.mjs"; await findPython(process.env, "3.10").then(console.log, (error) => console.log(error.message));',
    ],
    { PATH: programs(root, scripts) },
  );

afterEach(removeProjects);

it("takes the first Python that is new enough and can make virtual environments", async () => {
  const root = smallProject();
  const scripts = {
    python3: "echo 3.9.18 True",
    python: "exit 127",
    "python3.13": "echo 3.13.0 False",
    "python3.12": "echo 3.12.1 True",
  };
  expect((await find(root, scripts)).stdout).toBe(`${join(root, "bin/python3.12")}\n`);
});

it("fails with the versions it found when none will do", async () => {
  const root = smallProject();
  const { stdout } = await find(root, { python3: "echo 3.9.18 True" });
  expect(stdout).toContain(`Python >= 3.10 with venv is needed; ${join(root, "bin/python3")} is 3.9.18.`);
});
