import { duration } from "../words";
import { type Markup, markup } from "./markup";

/** A stretch of time that a drawing shows, in milliseconds since the epoch. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A bar in a row that shows all of a time, before a band where there is one. */
export function drawn(
  bar: Window,
  all: Window,
  { kind, band }: { readonly kind: string; readonly band?: Window | undefined },
): Markup {
  const shade = band ? markup`<rect class="band" ${place(band, all)} y="0" height="20"/>` : undefined;
  return markup`<svg class="bar" width="100%" height="20" aria-hidden="true">${shade}<rect class="${kind}" ${place(bar, all)} y="4" height="12" rx="2"/></svg>`;
}

/** Where a stretch is in a row; never so thin that nobody sees it. */
export const place = ({ from, to }: Window, all: Window): Markup => {
  const share = (ms: number): number => (100 * ms) / Math.max(1, all.to - all.from);
  const width = Math.max(0.4, share(to - from));
  return markup`x="${Math.min(100 - width, share(from - all.from)).toFixed(2)}%" width="${width.toFixed(2)}%"`;
};

const marks = [10, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200];

/** The row above all others: the time since its beginning. */
export function axis({ from, to }: Window): Markup {
  const seconds = Math.max(1, (to - from) / 1000);
  const step = marks.find((one) => seconds / one <= 5) ?? 14_400;
  const ticks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
  return markup`<div class="row axis"><span class="label"></span><span class="took"></span><svg class="bar" width="100%" height="18" aria-hidden="true">${ticks.map(
    (tick) => {
      const share = (100 * tick) / seconds;
      const anchor = tick === 0 ? "start" : share > 92 ? "end" : "middle";
      return markup`<text x="${share.toFixed(2)}%" y="13" text-anchor="${anchor}">${tick === 0 ? "0" : duration(tick)}</text>`;
    },
  )}</svg></div>`;
}
