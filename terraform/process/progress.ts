import { messageOf } from "../failures";
import type { Stream } from "./live";
import type { News, Say, Shown, View } from "./news";
import { onTerminal } from "./on-terminal";
import { plainLines } from "./plain-lines";
import { withoutControls } from "./without-controls";

export interface ProgressOptions {
  readonly stream?: Stream;
  /** Whether only failures are shown. */
  readonly quiet?: boolean;
  /** How long a step usually takes, in seconds. */
  usual?(title: string): number | undefined;
}

/**
 * Shows what a command is doing, on stderr: in a terminal, the steps that are under way with every root at work; else a
 * line for each start and each end, with the time. Why something fails is said when it happens.
 */
export class Progress {
  private readonly view: View;
  private order: { readonly kind: string; readonly titles: readonly string[] } = { kind: "", titles: [] };

  constructor(private readonly options: ProgressOptions = {}) {
    const { stream = process.stderr, quiet = false } = options;
    this.view = stream.isTTY && !quiet ? onTerminal(stream) : plainLines(stream, quiet);
  }

  /** Numbers the steps that come now: `step 3 of 12`. */
  number(kind: string, titles: readonly string[]): void {
    this.order = { kind, titles };
  }

  /** Shows a step while it goes on, and how it ended. */
  async run<T>(title: string, work: (say: Say) => Promise<T>): Promise<T> {
    const step = this.begin(title);
    await this.view.begun(step);
    try {
      const result = await work((told) => {
        const news = harmless(told);
        this.view.news(step, news, note(step, news));
      });
      this.view.ended(step);
      return result;
    } catch (error) {
      this.view.ended(step, reasonOf(step, error));
      throw error;
    }
  }

  private begin(title: string): Shown {
    const { kind, titles } = this.order;
    const number = titles.indexOf(title) + 1;
    const usual = this.options.usual?.(title);
    return {
      title,
      ...(number > 0 ? { place: { kind, number, of: titles.length } } : {}),
      ...(usual === undefined ? {} : { usual }),
      ...{ from: Date.now(), newest: "", atWork: new Map(), finished: new Set(), told: new Map() },
    };
  }
}

/** What goes on has names and answers of others in it. */
function harmless(news: News): News {
  if (typeof news === "string") return withoutControls(news);
  return "failed" in news ? { ...news, failed: withoutControls(news.failed) } : news;
}

/** Takes in what goes on; gives what the root did before. */
function note(step: Shown, news: News) {
  if (typeof news === "string") step.newest = news.split("\n")[0] ?? "";
  else if ("roots" in news) step.roots = news.roots;
  else {
    const { root } = news;
    const before = step.atWork.get(root);
    const now = Date.now();
    if ("doing" in news) step.atWork.set(root, { doing: news.doing, from: before?.from ?? now, since: now });
    else step.atWork.delete(root);
    if ("done" in news) step.finished.add(root);
    if ("failed" in news && news.failed !== "") step.told.set(news.failed, root);
    return before;
  }
  return undefined;
}

/** Why a step failed; what was told of a root already is only named. */
function reasonOf({ told }: Shown, error: unknown): string {
  let reason = withoutControls(messageOf(error));
  for (const [failure, root] of told) reason = reason.replace(failure, `${root} failed: see above`);
  return reason;
}

/** Tells of work on a root: what is being done, how that ended, and why it failed, at once, unless it was interrupted. */
export async function tellOf<T>(
  { say, signal }: { readonly say: Say; readonly signal: AbortSignal },
  { root, doing, done }: { readonly root: string; readonly doing: string; readonly done: string },
  work: () => Promise<T>,
): Promise<T> {
  say({ root, doing });
  try {
    const result = await work();
    say({ root, done });
    return result;
  } catch (error) {
    say({ root, failed: signal.aborted ? "" : messageOf(error) });
    throw error;
  }
}
