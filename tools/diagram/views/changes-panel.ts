import { type Changed, tell } from "../estate/changed";
import { type Canvas, types } from "../scene/canvas";
import { widthOf } from "../text/font";
import { cornerIcon, group } from "./group";
import { margin } from "./header";

const line = 26;
const most = 20;

/** What has changed since another commit, in words and in colour; gives where it ends. */
export function changesPanel(
  canvas: Canvas,
  { changed, since, y }: { changed: readonly Changed[]; since: string; y: number },
): number {
  const shown = changed.slice(0, most);
  const more = changed.length > most ? 1 : 0;
  const height = cornerIcon + 10 + Math.max(1, shown.length + more) * line + 10;
  const rect = { x: margin, y, width: canvas.width - 2 * margin, height };
  group(canvas, rect, { style: "generic", text: `Changes since ${since}` });
  const at = (index: number) => ({ x: margin + 16, y: y + cornerIcon + 10 + index * line, within: rect });
  shown.forEach((one, index) => {
    canvas.text(fitting(one, rect.width - 32), types.detail, { ...at(index), tone: one.change });
  });
  if (more > 0) canvas.text(`and ${changed.length - most} more`, types.detail, { ...at(most), tone: "muted" });
  if (shown.length === 0) canvas.text("nothing that this picture shows", types.detail, { ...at(0), tone: "muted" });
  return y + height;
}

/** As many of the resources as fit into a line. */
function fitting(changed: Changed, width: number): string {
  const { size, weight } = types.detail;
  const [found = tell(changed, 1)] = [4, 3, 2]
    .map((most) => tell(changed, most))
    .filter((text) => widthOf(text, size, weight) <= width);
  return found;
}
