import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comment } from "../../../tools/review/comment/comment";
import { drawChange } from "../../../tools/review/draw-change";
import { mergeReviews } from "../../../tools/review/merge";
import { review } from "../../../tools/review/review";
import { runFolder } from "../../support/once";
import { synthesized } from "../../support/synthesized";

const environment = "dev";
const moduleFile = "modules/dev/eu-west-1/network/main.tf.json";

/** Draws a change of the synthesized app, which is `edit` taken back. */
async function drawn(edit: (text: string) => string, out = mkdtempSync(join(runFolder(), "drawn-"))) {
  const folder = mkdtempSync(join(runFolder(), "before-"));
  cpSync(synthesized(), folder, { recursive: true });
  writeFileSync(join(folder, moduleFile), edit(readFileSync(join(folder, moduleFile), "utf8")));
  const pictures = await drawChange({ environment, before: { folder, ref: "1234567" }, after: synthesized(), out });
  return { out, pictures, comment: comment({ ...review([]), pictures: [pictures] }) };
}

const files = (name: string): string[] =>
  ["light", "dark"].flatMap((theme) => ["svg", "png"].map((kind) => `pictures/dev/${name}-${theme}.${kind}`));

it("draws the views in which something changes, and names them in the comment", async () => {
  const { out, pictures, comment } = await drawn((text) => text.replace('"routes_public"', '"routes_open"'));
  expect(pictures).toEqual({ environment, files: files("region-eu-west-1") });
  for (const file of pictures.files) expect(existsSync(join(out, file))).toBe(true);
  const svg = readFileSync(join(out, "pictures/dev/region-eu-west-1-light.svg"), "utf8");
  expect(svg).toContain("Changes since 1234567");
  expect(svg).toContain("aws_route_table.routes_public");
  expect(comment).toContain("`pictures/dev/region-eu-west-1-light.png`");
});

it("draws nothing where nothing changes, and removes what an earlier review has drawn", async () => {
  const first = await drawn((text) => text.replace('"routes_public"', '"routes_open"'));
  const other = join(first.out, "pictures/dev/notes.png");
  writeFileSync(other, "somebody's own");
  const again = await drawn((text) => text, first.out);
  expect(again.pictures).toEqual({ environment, files: [] });
  expect(readdirSync(join(first.out, "pictures/dev"))).toEqual(["notes.png"]);
  expect(again.comment).not.toContain("drawn");
});

it("says why there are no pictures, and does not fail", async () => {
  const out = mkdtempSync(join(runFolder(), "drawn-"));
  mkdirSync(join(out, "pictures"));
  writeFileSync(join(out, "pictures/dev"), "a file");
  const { pictures, comment } = await drawn((text) => text.replace('"routes_public"', '"routes_open"'), out);
  expect(pictures).toMatchObject({ environment, files: [], why: expect.stringContaining("cannot be made") });
  expect(comment).toContain("could not be drawn");
});

it("keeps the pictures of every environment where reviews become one", () => {
  const reviews = ["dev", "prod"].map((one) => ({
    ...review([], { environment: one }),
    pictures: [{ environment: one, files: [`pictures/${one}/global-light.png`] }],
  }));
  expect(comment(mergeReviews(reviews))).toMatch(/pictures\/dev\/global[\s\S]*pictures\/prod\/global/);
});
