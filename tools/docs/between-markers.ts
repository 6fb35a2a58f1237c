/** A page with what is generated between two markers, which name it: `<!-- steps: … -->` and `<!-- end of steps -->`. */
export function betweenMarkers(page: string, text: string, name: string, generated: string): string {
  const [begin, end] = [`<!-- ${name}: written by ./shop update -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page}: the markers "${begin}" and "${end}" are missing.`);
  return `${text.slice(0, from + begin.length)}\n\n${generated}\n\n${text.slice(to)}`;
}
