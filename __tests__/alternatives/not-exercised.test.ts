import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notExercised } from "../../dr/report/not-exercised";
import { projectRoot } from "../../terraform/project-root";
import { exampleSynthesized } from "../support/example";
import { modulesOf, synthesizedAs } from "./synthesized";
import { appliedRoots } from "./table";

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

/** Every resource type in the modules of an environment. */
const made = (environment: Parameters<typeof modulesOf>[0]): string[] =>
  [...modulesOf(environment)]
    .filter(([path]) => path.endsWith("main.tf.json"))
    .flatMap(([, text]) => Object.keys(JSON.parse(text).resource ?? {}));

it("keeps the list of what the drill does not exercise short, each with its reason", () => {
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBeLessThanOrEqual(5);
  for (const { reason } of notExercised) expect(reason).toMatch(/^.{20,}\.$/);
});

it("lists exactly the resource types that neither the drill nor an applied alternative makes", () => {
  const exercised = new Set(
    [{ out: exampleSynthesized(), environment: "dev" }, ...appliedRoots.map(synthesizedAs)].flatMap(made),
  );
  expect([...possible].filter((type) => !exercised.has(type)).sort()).toEqual([...listed].sort());
});
