import { Listr, type ListrTask, PRESET_TIMER } from "listr2";

/** Tells one line of what is going on. */
export type Say = (line: string) => void;

/** Shows a piece of work while it goes on, and how long it took. */
export type Progress = <T>(title: string, work: (say: Say) => Promise<T>) => Promise<T>;

/** For a terminal: a line for each piece of work, the newest word below it. */
export const onTerminal: Progress = async (title, work) => {
  const results: Awaited<ReturnType<typeof work>>[] = [];
  const task: ListrTask = {
    title,
    task: async (_, shown) => {
      results.push(
        await work((line) => {
          shown.output = line;
        }),
      );
    },
  };
  await new Listr([task], { registerSignalListeners: false, rendererOptions: { timer: PRESET_TIMER } }).run();
  const [result] = results;
  return result as NonNullable<typeof result>;
};

/** For a log: plain lines on stderr, each with the time. */
export const plainLines: Progress = async (title, work) => {
  const started = Date.now();
  const say: Say = (line) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  say(`${title} …`);
  try {
    const result = await work((line) => say(`  ${line}`));
    say(`${title}: done in ${seconds()}`);
    return result;
  } catch (error) {
    say(`${title}: FAILED after ${seconds()}`);
    throw error;
  }
};
