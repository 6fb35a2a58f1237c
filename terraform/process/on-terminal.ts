import { styleText } from "node:util";
import { inWords, roughly, secondsSince } from "./elapsed";
import { Live, type Stream } from "./live";
import type { Shown, View } from "./news";

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Progress for a terminal: ended steps stay, those under way are drawn below them, with every root at work. */
export function onTerminal(stream: Stream): View {
  const underWay: Shown[] = [];
  const paint: Paint = (style, text) =>
    stream.hasColors?.() ? styleText(style, text, { validateStream: false }) : text;
  let live: Live | undefined;
  const write = (lines: readonly string[]): void => {
    const text = `${lines.join("\n")}\n`;
    if (live) live.write(text);
    else stream.write(text);
  };
  return {
    begun: async (step) => {
      underWay.push(step);
      live ??= await Live.on(stream, (rows) => drawn(underWay, rows, paint));
      live.draw();
    },
    news: (_, news, before) => {
      if (typeof news === "object" && "failed" in news && news.failed !== "") {
        const after = before ? ` ${before.doing}, after ${inWords(secondsSince(before.from))}` : "";
        write([paint("red", `✖ ${news.root} failed${after}`), ...because(news.failed)]);
      }
      live?.draw();
    },
    ended: (step, reason) => {
      underWay.splice(underWay.indexOf(step), 1);
      const counted = step.finished.size > 0 ? `, ${count(step.finished.size)}` : "";
      const line = `${place(step)}${step.title} (${inWords(secondsSince(step.from))}${counted})`;
      write(reason === undefined ? [`${paint("green", "✔")}${line}`] : [paint("red", `✖${line}`), ...because(reason)]);
      if (underWay.length > 0) return;
      live?.end();
      live = undefined;
    },
  };
}

function drawn(underWay: readonly Shown[], rows: number, paint: Paint): string[] {
  const forEach = Math.max(1, Math.floor(rows / Math.max(1, underWay.length)) - 1);
  return underWay.flatMap((step) => [
    `${paint("cyan", "▸")}${place(step)}${step.title}  ${paint("dim", soFar(step))}`,
    ...below(step, forEach).map((line) => paint("dim", `    ${line}`)),
  ]);
}

/** The roots at work, or the newest word where there are none. */
function below({ atWork, newest }: Shown, room: number): string[] {
  const width = Math.max(0, ...[...atWork.keys()].map(({ length }) => length));
  const lines = [...atWork].map(
    ([root, { doing, since }]) => `${root.padEnd(width)}  ${doing} ${inWords(secondsSince(since))}`,
  );
  const all = lines.length === 0 && newest !== "" ? [newest] : lines;
  return all.length <= room ? all : [...all.slice(0, room - 1), `and ${all.length - room + 1} more`];
}

const soFar = ({ from, usual, roots, finished }: Shown): string =>
  [
    inWords(Math.floor(secondsSince(from))).replace(".0", ""),
    ...(usual === undefined ? [] : [`usually ${roughly(usual)}`]),
    ...(roots === undefined ? [] : [`${finished.size} of ${count(roots)} done`]),
  ].join(" · ");

function place({ place }: Shown): string {
  if (!place) return " ";
  const { kind, number, of } = place;
  return kind === "step" ? ` ${String(number).padStart(2)}/${of} ` : ` ${kind} ${number}/${of} `;
}

const count = (roots: number): string => (roots === 1 ? "1 root" : `${roots} roots`);
const because = (reason: string): string[] => reason.split("\n").map((line) => `    ${line}`);
