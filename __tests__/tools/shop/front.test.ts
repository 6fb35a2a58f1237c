import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { projectRoot } from "../../../terraform/project-root";
import { listed } from "../../../tools/shop/commands";

const names = listed.map(({ name }) => name);
const page = (name: string): string => readFileSync(join(projectRoot, `docs/help/${name}.txt`), "utf8");
const folder = mkdtempSync(join(tmpdir(), "front-"));
const clone = join(folder, "clone");
const atOnce = pLimit(2);

// As after git clone, but for the one package that knows which word was meant.
beforeAll(() => {
  for (const path of [
    "shop",
    "package.json",
    "package-lock.json",
    ".terraform.lock.hcl",
    "tools",
    "docs/help",
    "terraform/process/kept-variables.json",
    "terraform/process/machine-error.mjs",
  ])
    cpSync(join(projectRoot, path), join(clone, path), { recursive: true });
  for (const name of ["empty", "clone/node_modules"]) mkdirSync(join(folder, name));
  symlinkSync(join(projectRoot, "node_modules/fastest-levenshtein"), join(clone, "node_modules/fastest-levenshtein"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file with its size and time. */
const listing = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path));
    return `${path} ${size} ${mtimeMs}`;
  });

/** Runs ./shop where there is nothing else: no packages, no program on the PATH, no home, and nothing that it may do. */
const shop = (...args: string[]) =>
  atOnce(
    () =>
      new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
        const empty = join(folder, "empty");
        const options = { cwd: clone, env: { PATH: empty, HOME: empty, TMPDIR: empty } };
        const guarded = ["--require", join(__dirname, "guard.cjs"), "shop", ...args];
        execFile(process.execPath, guarded, options, (error, stdout, stderr) =>
          resolve({ code: error ? error.code : 0, stdout, stderr }),
        );
      }),
  );

/** What the calls give; fails when any of them has changed a file. */
async function without<T>(calls: Promise<T>[], before = listing()): Promise<T[]> {
  const given = await Promise.all(calls);
  expect(listing()).toEqual(before);
  return given;
}

it("prints the help of every command, and does nothing else", async () => {
  const asked = names
    .flatMap((name) => [
      [name, "--help"],
      ["help", name],
    ])
    .concat([["drill", "--keep", "-h"]]);
  const given = await without(asked.map((args) => shop(...args)));
  expect(given).toEqual(
    asked.map((args) => ({ code: 0, stdout: page(args.find((arg) => names.includes(arg)) ?? ""), stderr: "" })),
  );
});

it("prints the list of commands, and does nothing else", async () => {
  const given = await without([["--help"], ["-h"], ["help"]].map((args) => shop(...args)));
  for (const one of given) expect(one).toEqual({ code: 0, stdout: page("shop"), stderr: "" });
  for (const name of names) expect(page("shop")).toMatch(new RegExp(`^ {2}${name} {2}`, "m"));
});

it("refuses an unknown option of every command, says which was meant, and does nothing", async () => {
  const own = names.filter((name) => page(name).includes("--json"));
  expect(names.filter((name) => !own.includes(name))).toEqual(["cdktf"]);
  const given = await without(own.map((name) => shop(name, "--jsno")));
  expect(given).toEqual(
    own.map((name) => ({
      code: 2,
      stdout: "",
      stderr: `error: ${name}: "--jsno" is not a known option. Did you mean "--json"? ./shop ${name} --help lists the options.\n`,
    })),
  );
});

it.each([
  [["drlil"], '"drlil" is not a command. Did you mean "drill"? ./shop --help lists the commands.'],
  [["help", "drlil"], '"drlil" is not a command. Did you mean "drill"? ./shop --help lists the commands.'],
  [["zzzzzzzz"], '"zzzzzzzz" is not a command. ./shop --help lists the commands.'],
  [["__proto__"], '"__proto__" is not a command. ./shop --help lists the commands.'],
  [["--json", "drill"], "--json: options come after the command. ./shop --help lists the commands."],
  [["drill", "--ref", "--keep", "-k"], 'drill: "-k" is not a known option. ./shop drill --help lists the options.'],
])("refuses %j and does nothing", async (args, message) => {
  const [given] = await without([shop(...args)]);
  expect(given).toEqual({ code: 2, stdout: "", stderr: `error: ${message}\n` });
});

it("says that a command is missing, with the list", async () => {
  expect(await without([shop()])).toEqual([
    { code: 2, stdout: "", stderr: `error: a command is missing.\n\n${page("shop")}\n` },
  ]);
});

it("would notice a command that acts: each that is allowed to begins with what it needs", async () => {
  const { code, stderr } = await shop("list");
  expect({ code, stderr }).toEqual({ code: 99, stderr: expect.stringMatching(/^acts: fs\./) });
});

it("lists what setup would install, and installs nothing", async () => {
  const [given] = await without([shop("setup", "--dry-run")]);
  expect(given).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^would install: node_modules from package-lock\.json\nwould install: Terraform .*\n(would install: hashicorp\/aws .*\n)?would install: moto .*\n$/,
    ),
    stderr: "",
  });
});

it("is checked out byte for byte, programs and pictures alike, where git is told to end lines as Windows does", () => {
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  const paths = [".gitattributes", "shop", ".ci/run", "package.json", "docs/screens/report-passed-1280.png"];
  for (const path of paths) cpSync(join(projectRoot, path), join(from, path));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: from });
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "-m", "one"],
  ])
    git(...args);
  git("clone", "--quiet", "-c", "core.autocrlf=true", from, to);
  const differs = paths.filter((path) => !readFileSync(join(to, path)).equals(readFileSync(join(projectRoot, path))));
  expect(differs).toEqual([]);
});
