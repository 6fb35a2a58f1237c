import { environments } from "../../../regions/environments";
import { readEstate } from "../../../tools/diagram/estate/estate";
import { componentOf } from "../../../tools/diagram/estate/find";
import { type Picture, picturesOf } from "../../../tools/diagram/pictures";
import { synthesized } from "../../support/synthesized";
import { problemsOf } from "./geometry";

const names = environments.map(({ name }) => name);
const estateOf = (name: string) => readEstate(synthesized(), name);

it.each(names)("%s: no label is over another or leaves its box, and no line runs through an icon", (name) => {
  const pictures = picturesOf(estateOf(name));
  expect(pictures.map((picture) => [picture.name, problemsOf(picture.scene)])).toEqual(
    pictures.map((picture) => [picture.name, []]),
  );
  expect(pictures.map(({ view }) => view)).toEqual(expect.arrayContaining(["global", "region", "recovery"]));
});

/** Every resource that some element of a picture stands for. */
const covered = (pictures: readonly Picture[]): Set<string> =>
  new Set(
    pictures.flatMap(({ scene }) =>
      [...scene.icons, ...scene.frames, ...scene.texts].flatMap(({ about }) => about?.covers ?? []),
    ),
  );

it.each(names)("%s: every resource is in a picture, but for those that are left out for a reason", (name) => {
  const estate = estateOf(name);
  const shown = covered(picturesOf(estate));
  const missing = estate.resources
    .filter((resource) => componentOf(resource) !== undefined)
    .filter(({ root, address }) => !shown.has(`${root} ${address}`))
    .map(({ root, address }) => `${root} ${address}`);
  expect(missing).toEqual([]);
});
