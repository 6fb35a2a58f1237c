import { adopted, testsOfRegions } from "./adopted";
import { removeCopies } from "./project";

let root: string;
beforeAll(async () => {
  root = await adopted();
});
afterAll(removeCopies);

it("keeps the tests that read its regions green", async () => {
  const { exitCode, all } = await testsOfRegions(root);
  expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
});
