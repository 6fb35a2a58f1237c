import { drawn } from "../../estate/find";
import type { Drawn } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { besideIcon, grid, gridHeight, present } from "../grid";
import { group } from "../group";
import type { Plan } from "./plan";

const width = 190;

/** What a region has beside the shop itself, where its file names it: the intake of events, and customer accounts; gives where it ends. */
export function optional(plan: Plan, { x, y, ...room }: Omit<Rect, "height">): number {
  const { estate, region } = plan;
  const icon = "architecture-service/AmazonSimpleQueueService";
  const intake = present([
    drawn(estate, "intake", { region, detail: "intake of events" }),
    drawn(estate, "worker", { region, types: ["aws_sqs_queue"], name: "Amazon SQS", detail: "queue", icon }),
    drawn(estate, "worker", { region, name: "AWS Lambda", detail: "worker" }),
  ]);
  const accounts = present([
    drawn(estate, "identity", { region, name: "Amazon Cognito", detail: "customer accounts" }),
  ]);
  if (intake.length + accounts.length === 0) return y;
  const height = gridHeight(1, 1);
  const wide = accounts.length === 0 ? room.width : intake.length === 0 ? 0 : room.width - width - 60;
  if (intake.length > 0) row(plan, { x, y, width: wide, height }, { title: "Events", all: intake, arrows: true });
  const left = intake.length === 0 ? x : x + wide + 20;
  if (accounts.length > 0) {
    const rect = { x: left, y, width: x + room.width - left, height };
    row(plan, rect, { title: "Customer accounts", all: accounts, arrows: false });
  }
  return y + height;
}

function row(
  { canvas }: Plan,
  rect: Rect,
  { title, all, arrows }: { title: string; all: readonly Drawn[]; arrows: boolean },
): void {
  group(canvas, rect, { style: "generic", text: title });
  const places = grid(canvas, all, { ...rect, columns: all.length });
  if (!arrows) return;
  places.slice(1).forEach(([x, y], at) => {
    const [from] = places[at] ?? [x];
    canvas.arrow([
      [from + besideIcon, y],
      [x - besideIcon, y],
    ]);
  });
}
