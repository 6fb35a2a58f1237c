import { drawn } from "../../estate/find";
import { cellHeight, type Drawn } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { cornerIcon, group } from "../group";
import type { Plan } from "./plan";

const width = 190;

/** What a region has beside the shop itself, where its file names it: the intake of events, and customer accounts; gives where it ends. */
export function optional(plan: Plan, { x, y, ...room }: Omit<Rect, "height">): number {
  const { estate, region } = plan;
  const intake = [
    drawn(estate, "intake", { region, detail: "intake of events" }),
    drawn(estate, "worker", {
      ...{
        region,
        types: ["aws_sqs_queue"],
        name: "Amazon SQS",
        detail: "queue",
        icon: "architecture-service/AmazonSimpleQueueService",
      },
    }),
    drawn(estate, "worker", { region, name: "AWS Lambda", detail: "worker" }),
  ].filter((what) => what !== undefined);
  const accounts = [drawn(estate, "identity", { region, name: "Amazon Cognito", detail: "customer accounts" })].filter(
    (what) => what !== undefined,
  );
  if (intake.length + accounts.length === 0) return y;
  const height = cornerIcon + 12 + cellHeight() + 14;
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
  const cell = rect.width / all.length;
  const y = rect.y + cornerIcon + 12;
  all.forEach((what, at) => {
    const x = rect.x + at * cell;
    canvas.below({ x, y, width: cell, height: cellHeight() }, what);
    if (arrows && at > 0)
      canvas.arrow([
        [x - cell / 2 + 28, y + 28],
        [x + cell / 2 - 28, y + 28],
      ]);
  });
}
