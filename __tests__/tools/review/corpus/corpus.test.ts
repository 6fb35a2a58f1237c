import { readFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../../../tools/review/review";
import { madeCases } from "./cases";
import { said } from "./said";

const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

it.each(madeCases.map(({ name, folder }) => [name, folder]))("finds exactly what is expected in %s", (_, folder) => {
  expect(said(review([{ root: "root", json: read(folder, "plan.json") }]))).toEqual(read(folder, "expected.json"));
});
