/** Tells one line of what is going on. */
export type Say = (line: string) => void;

/** Shows a piece of work while it goes on, and how long it took. */
export type Progress = <T>(title: string, work: (say: Say) => Promise<T>) => Promise<T>;

/** For a terminal: a line for each piece of work, with its newest word while it goes on. */
export const onTerminal: Progress = async (title, work) => {
  const started = Date.now();
  let newest = "";
  const show = () => {
    const line = `  ${title} (${elapsed(started)}) ${newest}`;
    process.stderr.write(`${clearLine}${line.slice(0, (process.stderr.columns || 80) - 1)}`);
  };
  const end = (mark: string) => process.stderr.write(`${clearLine}${mark} ${title} (${elapsed(started)})\n`);
  show();
  const timer = setInterval(show, 500);
  try {
    const result = await work((line) => {
      newest = line.split("\n")[0] ?? "";
      show();
    });
    end("✔");
    return result;
  } catch (error) {
    end("✖");
    throw error;
  } finally {
    clearInterval(timer);
  }
};

/** For a log: plain lines on stderr, each with the time. */
export const plainLines: Progress = async (title, work) => {
  const started = Date.now();
  const say: Say = (line) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
  say(`${title} …`);
  try {
    const result = await work((line) => say(`  ${line}`));
    say(`${title}: done in ${elapsed(started)}`);
    return result;
  } catch (error) {
    say(`${title}: FAILED after ${elapsed(started)}`);
    throw error;
  }
};

const clearLine = "\r\u001b[2K";
const elapsed = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
