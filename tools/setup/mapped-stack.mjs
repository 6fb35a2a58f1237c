import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { jsonOf } from "./files.mjs";

/** An error's stack in terms of the sources that a built file was made from. */
export function mappedStack(error, file, root) {
  const payload = jsonOf(`${file}.map`);
  if (!payload) return error.stack;
  const map = new SourceMap(payload);
  return error.stack.replaceAll(/([^\s(]+):(\d+):(\d+)/g, (place, where, line, column) => {
    if (where !== file) return place;
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (!originalSource) return place;
    return `${relative(root, resolve(dirname(file), originalSource))}:${originalLine + 1}:${originalColumn + 1}`;
  });
}
