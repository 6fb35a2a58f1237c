import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";
import { readModules } from "../../../terraform/synthesized";
import { readEstate } from "../../../tools/diagram/estate/estate";
import { decidedTypes, decisionOn } from "../../../tools/diagram/kinds/decisions";
import { picturesOf } from "../../../tools/diagram/pictures";
import { synthesizedAs } from "../../alternatives/synthesized";
import { problemsOf } from "./geometry";

it("knows what to do with every type of resource that any alternative synthesizes", () => {
  const { out } = synthesizedAs("as it is");
  const undecided = readModules(out).flatMap(({ tier, folder }) => {
    const { resource = {} }: { resource?: object } = JSON.parse(readFileSync(join(folder, "main.tf.json"), "utf8"));
    return Object.keys(resource).filter((type) => decisionOn(type, tier) === undefined);
  });
  expect([...new Set(undecided)]).toEqual([]);
});

it("decides on no type that no module makes", () => {
  const sources = readdirSync(join(projectRoot, "modules"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(projectRoot, "modules", file), "utf8"))
    .join("\n");
  const imported = (type: string) =>
    sources.includes(`provider-aws/lib/${type.replace("aws_", "").replaceAll("_", "-")}"`);
  expect(decidedTypes.filter((type) => !imported(type))).toEqual([]);
});

it.each(["first root", "second root", "one database over two live regions"])(
  "%s: no label is over another, and no line runs through an icon",
  (name) => {
    const { out, environment } = synthesizedAs(name);
    const pictures = picturesOf(readEstate(out, environment));
    expect(pictures.map((picture) => [picture.name, problemsOf(picture.scene)])).toEqual(
      pictures.map((picture) => [picture.name, []]),
    );
  },
);
