import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { folderWithModules, removeFolders } from "./modules";
import { init, validate } from "./terraform";

afterAll(removeFolders);

it("takes the modules from a plain Terraform root, under the locked provider", async () => {
  const folder = folderWithModules();
  copyFileSync(join(__dirname, "consumer/main.tf"), join(folder, "main.tf"));
  await init(folder);
  expect(await validate(folder)).toEqual([]);
});
