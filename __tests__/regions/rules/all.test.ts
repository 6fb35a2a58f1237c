import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../regions/rules/all";

it("checks the rule of every file, by the file's name", () => {
  const files = readdirSync(join(__dirname, "../../../regions/rules")).filter((file) => file !== "all.ts");
  const names = files.map((file) => file.replace(".ts", "").replace(/-(.)/g, (_, letter) => letter.toUpperCase()));
  expect(rules.map(({ name }) => name).sort()).toEqual(names.sort());
});
