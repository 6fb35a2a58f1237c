import { dollars } from "./range";
import type { EnvironmentCost, Group } from "./report";

const width = 960;
const [left, right, bar] = [150, 250, 20];
const room = width - left - right;

/** What environments cost by tier as an SVG: a bar for what is expected, a whisker from low to high. */
export function chart(costs: readonly EnvironmentCost[]): string {
  const parts: string[] = [];
  let y = 16;
  for (const { environment, usd, byTier, unpriced } of costs) {
    parts.push(
      `<text class="head" x="16" y="${y + 18}">${escaped(environment)}: ${dollars(usd.expected)} USD a month expected, ${dollars(usd.low)} to ${dollars(usd.high)}</text>`,
    );
    y += 40;
    const shown = byTier.filter((one) => one.usd.high >= 1);
    const most = Math.max(...shown.map((one) => one.usd.high), 1);
    for (const one of shown) {
      parts.push(row(one, y, most));
      y += bar + 8;
    }
    const without = new Set(unpriced.map(({ what }) => what)).size;
    if (without > 0)
      parts.push(
        `<text class="sum" x="16" y="${y + 14}">Not in it, because it has no price: ${without} ${without === 1 ? "kind" : "kinds"} of cost.</text>`,
      );
    y += 40;
  }
  parts.push(
    `<text class="sum" x="16" y="${y}">Bars: as expected. Lines: from every assumption low to every one high. Lengths grow with the square root of the sum.</text>`,
  );
  y += 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="What each environment costs a month, by tier">
<style>
:root{color-scheme:light dark}
text{font:14px system-ui,sans-serif;fill:#1f2328}.head{font-weight:600;font-size:16px}.sum{fill:#57606a}
.back{fill:#fff}.bar{fill:#80ccff}.range{stroke:#57606a;stroke-width:2}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.sum{fill:#9da7b1}.back{fill:#0d1117}.bar{fill:#1158c7}.range{stroke:#9da7b1}}
</style>
<rect class="back" width="100%" height="100%"/>
${parts.join("\n")}
</svg>`;
}

/** By the square root of the sum: what is small beside the dearest stays to be seen. */
function row({ name, usd }: Group, y: number, most: number): string {
  const at = (amount: number): number => Math.round(Math.sqrt(Math.max(0, amount) / most) * room);
  const middle = y + bar / 2;
  const [from, to] = [left + at(usd.low), left + at(usd.high)];
  return [
    `<text x="${left - 12}" y="${middle + 5}" text-anchor="end">${escaped(name)}</text>`,
    `<rect class="bar" x="${left}" y="${y}" width="${Math.max(2, at(usd.expected))}" height="${bar}" rx="2"/>`,
    `<path class="range" d="M${from} ${middle}H${to}M${from} ${middle - 5}v10M${to} ${middle - 5}v10"/>`,
    `<text class="sum" x="${to + 10}" y="${middle + 5}">${dollars(usd.expected)} (${dollars(usd.low)} to ${dollars(usd.high)})</text>`,
  ].join("");
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
