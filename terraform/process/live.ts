import type { createLogUpdate } from "log-update";
import { withoutControls } from "./without-controls";

/** Where progress is shown: a terminal, or what it is piped into. */
export type Stream = NodeJS.WritableStream &
  Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns" | "rows" | "hasColors">>;

let library: { createLogUpdate: typeof createLogUpdate };
let live: Live | undefined;

/** The last lines of a terminal, drawn anew each second while something goes on. */
export class Live {
  private readonly timer: NodeJS.Timeout;
  private readonly update: ReturnType<typeof createLogUpdate>;
  private isHeld = false;

  private constructor(
    private readonly stream: Stream,
    private readonly lines: (rows: number) => readonly string[],
  ) {
    // A process that is killed must not leave a terminal without a cursor.
    this.update = library.createLogUpdate(stream, { showCursor: true });
    this.timer = setInterval(() => this.draw(), 1_000);
    this.draw();
  }

  /** Loaded where there is a terminal only. */
  static async on(stream: Stream, lines: (rows: number) => readonly string[]): Promise<Live> {
    library ??= await import("log-update");
    live = new Live(stream, lines);
    return live;
  }

  /** Writes lines that stay, above those that are drawn. */
  write(text: string): void {
    this.update.clear();
    this.stream.write(text);
    this.draw();
  }

  draw(): void {
    if (this.isHeld) return;
    const { columns = 80, rows = 24 } = this.stream;
    const fitting = this.lines(Math.max(3, rows - 4)).map((line) => cut(line, columns - 1));
    if (fitting.length === 0) this.update.clear();
    else this.update(fitting.join("\n"));
  }

  /** Leaves the terminal to somebody else. */
  hold(isHeld: boolean): void {
    if (isHeld) this.update.clear();
    this.isHeld = isHeld;
    this.draw();
  }

  end(): void {
    clearInterval(this.timer);
    this.update.clear();
    if (live === this) live = undefined;
  }
}

/** Writes to stderr, without disturbing what is drawn there. */
export function tell(text: string): void {
  if (live) live.write(text);
  else process.stderr.write(text);
}

/** Does what needs the terminal for itself: asks a question, or prints a result in the middle. */
export async function undisturbed<T>(work: () => Promise<T>): Promise<T> {
  const held = live;
  held?.hold(true);
  try {
    return await work();
  } finally {
    held?.hold(false);
  }
}

function cut(line: string, width: number): string {
  const text = withoutControls(line); // colors take no room
  return text.length <= width ? line : `${text.slice(0, width - 1)}…`;
}
