import type { PhrasingContent } from "mdast";
import type { Pictures, Review } from "../result";
import type { Group } from "./fit";
import { code, paragraph, text } from "./nodes";
import { ranks } from "./ranks";

/** Where the pictures are of what changes, by the names of their files. */
export const drawn = ({ pictures = [] }: Review): Group[] => {
  const parts = pictures.flatMap((one) => {
    const words = wordsOf(one);
    return words.length === 0 ? [] : [{ ways: [{ rank: ranks.drift, nodes: () => [paragraph(...words)] }] }];
  });
  return parts.length === 0 ? [] : [{ head: [], parts }];
};

function wordsOf({ environment, files, why }: Pictures): PhrasingContent[] {
  if (why !== undefined) return [text("What changes in "), code(environment), text(` could not be drawn: ${why}`)];
  if (files.length === 0) return [];
  const names = [...new Set(files.map((file) => file.replace(/-(light|dark)\.(svg|png)$/, "")))];
  return [
    text("What changes in "),
    code(environment),
    text(" is drawn in the artifact: "),
    ...names.flatMap((name, index) => [...(index === 0 ? [] : [text(", ")]), code(`${name}-light.png`)]),
    text(", also dark, and as SVG."),
  ];
}
