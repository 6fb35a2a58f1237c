import { readFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../../../tools/review/review";
import { handCases } from "./by-hand";
import { madeCases } from "./cases";
import { inOrder, said } from "./said";

const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

it.each(madeCases.map(({ name, folder }) => [name, folder]))("finds exactly what is expected in %s", (_, folder) => {
  expect(said(review([{ root: "root", json: read(folder, "plan.json") }]))).toEqual(read(folder, "expected.json"));
});

it.each(Object.entries(handCases))("finds exactly what is expected in %s", (_, { json, expected }) => {
  expect(said(review([{ root: "root", json }]))).toEqual(inOrder(expected));
});
