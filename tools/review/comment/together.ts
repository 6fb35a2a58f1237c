/**
 * Several texts as one, with what all of them end with said once: `At least: 1 node. A peak is too much.` and
 * `At most: 4 nodes. A peak is too much.` are `At least: 1 node. At most: 4 nodes. A peak is too much.`
 */
export function together(texts: readonly string[]): string {
  const all = texts.map((one) => one.split(/(?<=[.!?]) (?=[A-Z"])/));
  const [first = []] = all;
  const shared = first.findIndex((_, from) => {
    const ending = first.slice(from).join(" ");
    return all.every((sentences) => sentences.slice(from - first.length).join(" ") === ending);
  });
  const ending = shared < 0 ? [] : first.slice(shared);
  return [...all.flatMap((sentences) => sentences.slice(0, sentences.length - ending.length)), ...ending].join(" ");
}
