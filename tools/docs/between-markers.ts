/** A page with what is generated between two markers, which name it: `<!-- steps: … -->` and `<!-- end of steps -->`. */
export function betweenMarkers(page: string, name: string, generated: string): string {
  const [begin, end] = [`<!-- ${name}: written by ./shop update -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The markers "${begin}" and "${end}" are missing in a page.`);
  return `${page.slice(0, from + begin.length)}\n\n${generated}\n\n${page.slice(to)}`;
}
