import { environments } from "../../../regions/environments";
import { readEstate } from "../../../tools/diagram/estate/estate";
import { picturesOf } from "../../../tools/diagram/pictures";
import { synthesized } from "../../support/synthesized";
import { problemsOf } from "./geometry";

const names = environments.map(({ name }) => name);

it.each(names)("%s: no label is over another or leaves its box, and no line runs through an icon", (name) => {
  const pictures = picturesOf(readEstate(synthesized(), name));
  expect(pictures).not.toEqual([]);
  expect(pictures.map((picture) => [picture.name, problemsOf(picture.scene)])).toEqual(
    pictures.map((picture) => [picture.name, []]),
  );
});
