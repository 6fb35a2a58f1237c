import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notExercised } from "../../dr/report/not-exercised";
import { projectRoot } from "../../terraform/project-root";
import { removeCopies } from "../app/project";
import { Project } from "./project";
import { type Alternative, alternatives, appliedIn } from "./table";

jest.setTimeout(120_000);
afterAll(removeCopies);

const listed = notExercised.map(({ type }) => type);
const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));

/** Every resource type that some tier can make: what its files import of the provider. */
const possible = new Set(
  filesIn(join(projectRoot, "modules"), /\.ts$/)
    .flatMap((text) => [...text.matchAll(/provider-aws\/lib\/([a-z0-9-]+)"/g)])
    .map(([, file = ""]) => file)
    .filter((file) => !file.startsWith("data-") && file !== "provider")
    .map((file) => `aws_${file.replaceAll("-", "_")}`),
);

/** Every resource type in the modules of dev, where it differs as these alternatives say. */
async function made(project: Project, some: readonly Alternative[]): Promise<string[]> {
  const { out } = await project.synth(some);
  return filesIn(join(out, "modules"), /main\.tf\.json$/).flatMap((text) =>
    Object.keys(JSON.parse(text).resource ?? {}),
  );
}

it("keeps the list of what the drill does not exercise short, each with its reason", () => {
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBeLessThanOrEqual(5);
  for (const { reason } of notExercised) expect(reason).toMatch(/^.{20,}\.$/);
});

it("lists exactly the resource types that neither the drill nor an applied alternative makes", async () => {
  const project = new Project();
  const applied = [...new Set(alternatives.flatMap(({ proof }) => (typeof proof === "string" ? [proof] : [])))];
  const exercised = new Set<string>();
  for (const some of [[], ...applied.map(appliedIn)]) for (const type of await made(project, some)) exercised.add(type);
  expect([...possible].filter((type) => !exercised.has(type)).sort()).toEqual([...listed].sort());
});
