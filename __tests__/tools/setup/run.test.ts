import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { node, removeProjects, setUpNode, smallProject, write } from "./project";

const here = resolve(__dirname, "../../..");
let root: string;

beforeAll(async () => {
  root = smallProject();
  await setUpNode(root);
  symlinkSync(dirname(require.resolve("esbuild/package.json")), join(root, "node_modules/esbuild"));
  write(root, "modules/core/greeting.ts", 'export const greeting: string = "hello";');
  write(root, "main.ts", 'import { greeting } from "./modules/core/greeting";\nconsole.log(greeting);');
  write(
    root,
    "tools/user-error.ts",
    'export class UserError extends Error {\n  override readonly name = "UserError";\n}',
  );
});
afterAll(removeProjects);

const builds = () => readdirSync(join(root, ".cache/build")).filter((name) => /^main\.[0-9a-f]{16}$/.test(name));

it("rebuilds when a source changed, was added, removed or renamed, and only then", async () => {
  const run = async () => [(await setUpNode(root, ["main.ts"])).stdout, builds().length];
  expect(await run()).toEqual(["hello\n", 1]);
  expect(await run()).toEqual(["hello\n", 1]);
  write(root, "modules/core/greeting.ts", 'export const greeting: string = "salve";');
  expect(await run()).toEqual(["salve\n", 2]);
  write(root, "modules/core/other.ts", "export {};");
  expect(await run()).toEqual(["salve\n", 3]);
  renameSync(join(root, "modules/core/other.ts"), join(root, "modules/core/another.ts"));
  expect(await run()).toEqual(["salve\n", 4]);
  rmSync(join(root, "modules/core/another.ts"));
  expect((await run())[0]).toBe("salve\n");
});

it("sees a change that kept the size and the time of a file", async () => {
  const time = new Date(2026, 0, 1);
  for (const word of ["avete", "aloha"]) {
    write(root, "modules/core/greeting.ts", `export const greeting: string = "${word}";`);
    utimesSync(join(root, "modules/core/greeting.ts"), time, time);
    expect((await setUpNode(root, ["main.ts"])).stdout).toBe(`${word}\n`);
  }
});

it("rebuilds an entry beside the tests when one of their files changed", async () => {
  write(root, "__tests__/make.ts", 'import { said } from "./said";\nconsole.log(said);');
  for (const word of ["before", "after"]) {
    write(root, "__tests__/said.ts", `export const said: string = "${word}";`);
    expect((await setUpNode(root, ["__tests__/make.ts"])).stdout).toBe(`${word}\n`);
  }
});

it("runs the entry in the caller's folder, with its arguments and its exit code", async () => {
  write(root, "tools/show.ts", "console.log(process.cwd(), process.argv.slice(1).join()); process.exitCode = 1;");
  mkdirSync(join(root, "elsewhere"));
  const ended = await node(join(root, "elsewhere"), [
    "../tools/run.mjs",
    "--needs",
    "node",
    "tools/show.ts",
    "--a",
    "b",
  ]);
  expect(ended).toMatchObject({ code: 1, stdout: `${join(root, "elsewhere")} ${join(root, "tools/show.ts")},--a,b\n` });
});

it("prints a UserError without stack, exit code 2, and any other error with its place in the source, exit code 1", async () => {
  const thrown = (what: string) => `import { UserError } from "./user-error";\nvoid UserError;\n\nthrow ${what};`;
  write(root, "tools/user.ts", thrown('new UserError("no such region")'));
  write(root, "tools/bug.ts", thrown('new TypeError("oops")'));
  write(root, "main.ts", '\n\nthrow new RangeError("too far");');
  expect(await setUpNode(root, ["tools/user.ts"])).toMatchObject({ code: 2, stderr: "error: no such region\n" });
  for (const [entry, place] of [
    ["tools/bug.ts", /tools\/bug\.ts:4:7/],
    ["main.ts", /main\.ts:3:7/],
  ] as const) {
    expect(await setUpNode(root, [entry])).toMatchObject({ code: 1, stderr: expect.stringMatching(place) });
  }
});

it("fails with exit code 2 and the place when an entry does not build, or is missing", async () => {
  write(root, "tools/broken.ts", "const region: string = ;");
  const broken = await setUpNode(root, ["tools/broken.ts"]);
  expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining("tools/broken.ts:1:24: Unexpected") });
  const missing = await setUpNode(root, ["tools/missing.ts"]);
  expect(missing).toMatchObject({ code: 2, stderr: `error: tools/missing.ts: no such file in ${root}.\n` });
});

it("does nothing when nothing changed", async () => {
  // This project itself: its packages, its Terraform, its local AWS.
  await node(here, ["tools/run.mjs"]);
  const ended = await node(here, ["tools/run.mjs"]);
  expect(ended).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(/^ready: Terraform 1\.\S+ .* moto 5\.2\.5/),
  });
});
