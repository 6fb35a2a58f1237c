import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { until } from "../../support/until";

const variable = "DRILL_TEST_MARK";

/** A process that carries a mark. */
export interface MarkedProcess {
  readonly pid: number;
  readonly command: string;
}

/** A mark that processes inherit in their environment: they are found by it, whoever their parent is now. */
export function marked(mark: string = randomUUID()) {
  const running = () => processesWith(`${variable}=${mark}`);
  return {
    environment: { [variable]: mark },
    running,
    /** Waits until none runs any more, and gives those that still do after a time that none should need. */
    gone: async (): Promise<MarkedProcess[]> => {
      await until(() => running().length === 0).catch(() => {});
      return running();
    },
    /** Ends all of them. */
    end: () => {
      for (const { pid } of running()) process.kill(pid, "SIGKILL");
    },
  };
}

/** This process's own mark, that its children are to carry as well. */
export const ownMark = (): Record<string, string> => {
  const mark = process.env[variable];
  return mark === undefined ? {} : { [variable]: mark };
};

/** The running processes (no zombies) with a variable in the environment that they were started with. */
function processesWith(entry: string): MarkedProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const environment = read(pid, "environ").split("\0");
      const command = read(pid, "cmdline").replaceAll("\0", " ").trim();
      return environment.includes(entry) && command !== "" ? [{ pid: Number(pid), command }] : [];
    });
}

const read = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
};
