import type { Estate, Recovery } from "../../estate/estate";
import { counted } from "../../estate/find";
import { Canvas, types } from "../../scene/canvas";
import type { Scene } from "../../scene/scene";
import { isRestoredFrom, standing } from "../before-a-loss";
import { withFoot } from "../foot";
import { grid, gridHeight } from "../grid";
import { cornerIcon, group } from "../group";
import { header, margin } from "../header";
import type { Meaning } from "../key";
import { elsewhere, elsewhereHeight } from "./elsewhere";
import { lostHeight, lostRegion } from "./lost-region";
import { rebuilt, rebuiltHeight } from "./rebuilt";
import { tierWaves } from "./waves";

const width = 1600;
const lostWidth = 440;

const meanings: readonly Meaning[] = [
  { arrow: { tone: "backup" }, text: "copied before the loss, restored after it" },
  { arrow: {}, text: "what the recovery takes, in its order" },
  { frame: "rebuilt", text: "made by the recovery" },
  { frame: "gone", text: "lost" },
];

/** What is in the target before a loss, what is rebuilt there, and what is lost. */
export function recoveryView(estate: Estate, recovery: Recovery): Scene {
  const { lost, target } = recovery;
  const canvas = new Canvas(`${estate.environment}, recovery of ${lost} in ${target}`, width);
  const plan = { canvas, estate, recovery };
  const facts = `${counted(recovery.tiers.length, "tier")}, ${counted(tierWaves(recovery).length, "step")}`;
  const y = header(canvas, `${lost} is lost and rebuilt in ${target}, ${estate.environment}`, facts);
  const left = { x: margin, y, width: lostWidth };
  const right = { x: margin + lostWidth + 56, y, width: width - 2 * margin - lostWidth - 56 };
  const inner = { x: right.x + 20, width: right.width - 40 };
  const all = standing(estate, target);
  // What the database is restored from is last, so that nothing is below it.
  const before = [...all.filter((one) => !isRestoredFrom(one)), ...all.filter(isRestoredFrom)];
  const columns = Math.min(7, Math.max(before.length, 1));
  const box = { ...inner, y: y + cornerIcon + 20, height: gridHeight(before.length, columns) };
  group(canvas, box, { style: "standing", text: "There before the loss" });
  const places = grid(canvas, before, { ...box, columns });
  const top = box.y + box.height + 56;
  const end = Math.max(top + rebuiltHeight(plan, inner.width) + 68 + elsewhereHeight, y + lostHeight(plan));
  const made = rebuilt(plan, { ...inner, y: top, height: end - elsewhereHeight - 68 - top });
  const low = made.rect.y + made.rect.height + 20;
  group(canvas, { ...right, height: low - y }, { style: "region", text: `Region ${target}, the target` });
  const around = { ...right, y: low + 48, height: elsewhereHeight };
  const { up, customers } = elsewhere(plan, around);
  for (const [x, from] of [...up, ...(customers ? [customers] : [])])
    canvas.arrow([
      [x, from],
      [x, made.rect.y + made.rect.height],
    ]);
  const bottom = around.y + around.height;
  const copied = lostRegion(plan, { ...left, height: bottom - y });
  const level = copied.y + copied.height / 2;
  canvas.arrow(
    [
      [copied.x + copied.width, level],
      [box.x, level],
    ],
    { tone: "backup" },
  );
  const vault = before.findIndex(isRestoredFrom);
  const [x = 0] = places[vault] ?? [];
  const lane = box.y + box.height + 28;
  canvas.arrow(
    [
      [x, box.y + box.height],
      [x, lane],
      [made.database[0], lane],
      [made.database[0], made.database[1]],
    ],
    { tone: "backup" },
  );
  canvas.text("newest backup", types.detail, {
    x: Math.min(x, made.database[0]) + 12,
    y: lane - 26,
    within: { ...right, height: low - y },
    tone: "muted",
  });
  return withFoot(canvas, { estate, meanings, regions: [lost, target, "global"], y: bottom });
}
