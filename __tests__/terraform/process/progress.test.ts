import { PassThrough } from "node:stream";
import { tell, undisturbed } from "../../../terraform/process/live";
import type { Say } from "../../../terraform/process/news";
import { Progress, type ProgressOptions, tellOf } from "../../../terraform/process/progress";
import { FakeTerminal } from "./fake-terminal";

const usual = (title: string) => ({ "Stand up": 240 })[title];
const never = new AbortController().signal;
const fail = (message: string) => async () => {
  throw new Error(message);
};

/** A drill in small: what is shown at each moment of it, and at its end. */
async function drill(progress: Progress, look: (moment: string) => unknown = () => {}): Promise<void> {
  progress.number("step", ["Start", "Stand up", "Verify"]);
  await progress.run("Start", async (say) => say("http://127.0.0.1:1"));
  await progress
    .run("Stand up", async (say: Say) => {
      const at = { say, signal: never };
      say({ roots: 3 });
      await tellOf(at, { root: "dev-global-dns", doing: "applying", done: "applied" }, async () => look("at work"));
      say({ root: "dev-eu-west-1-web", doing: "applying" });
      const network = { root: "dev-eu-west-1-network", doing: "planning", done: "planned" };
      const failing = tellOf(
        at,
        network,
        fail("exit code 1: terraform plan\nError: no capacity\nAll of it: logs/network.log"),
      );
      await failing.catch(() => look("failed"));
      say({ root: "dev-eu-west-1-web", done: "applied" });
      await failing;
    })
    .catch(() => {});
  progress.number("clean-up", ["Destroy", "Stop"]);
  await progress.run("Destroy", async (say) => say({ root: "dev-global-dns", doing: "destroying" }));
  await progress.run("Stop", async () => look("cleaned up"));
}

function inTerminal(options: ProgressOptions = {}, terminal = new FakeTerminal()) {
  const progress = new Progress({ stream: terminal, usual, ...options });
  const moments: Record<string, string[]> = {};
  return {
    terminal,
    progress,
    moments,
    look: (moment: string) => Object.assign(moments, { [moment]: terminal.shown }),
  };
}

async function asLines(options: ProgressOptions = {}): Promise<string[]> {
  const stream = new PassThrough({ encoding: "utf8" });
  await drill(new Progress({ stream, usual, ...options }));
  return String(stream.read() ?? "")
    .replace(/\d+\.\d s\b/g, "N s")
    .split("\n")
    .slice(0, -1);
}

describe("in a terminal", () => {
  it("shows which step of how many it is, how long it usually takes, and every root at work", async () => {
    const { progress, moments, look } = inTerminal();
    await drill(progress, look);
    expect(moments["at work"]).toEqual([
      "✔  1/3 Start (N s)",
      "▸  2/3 Stand up  N s · usually about 4 minutes · 0 of 3 roots done",
      "    dev-global-dns  applying N s",
    ]);
  });

  it("says why a root failed when it happens, while others are still at work", async () => {
    const { progress, moments, look } = inTerminal();
    await drill(progress, look);
    expect(moments.failed?.slice(1)).toEqual([
      "✖ dev-eu-west-1-network failed planning, after N s",
      "    exit code 1: terraform plan",
      "    Error: no capacity",
      "    All of it: logs/network.log",
      "▸  2/3 Stand up  N s · usually about 4 minutes · 1 of 3 roots done",
      "    dev-eu-west-1-web  applying N s",
    ]);
  });

  it("has the failed step and its reason before the clean-up, and nothing half-drawn at its end", async () => {
    const { terminal, progress, look } = inTerminal();
    await drill(progress, look);
    expect(terminal.shown.slice(5)).toEqual([
      "✖  2/3 Stand up (N s, 2 roots)",
      "    dev-eu-west-1-network failed: see above",
      "✔ clean-up 1/2 Destroy (N s)",
      "✔ clean-up 2/2 Stop (N s)",
    ]);
  });

  it("shows as many roots as there is room for, and cuts lines that are too long", async () => {
    const { terminal, progress } = inTerminal({}, new FakeTerminal(40, 10));
    let drawn: string[] = [];
    await progress.run("A step with a title that has more letters than fit", async (say) => {
      for (let root = 1; root <= 30; root++) say({ root: `dev-eu-west-1-tier-${root}`, doing: "applying" });
      drawn = terminal.shown;
    });
    expect(drawn.length).toBeLessThan(10);
    expect(drawn[0]).toBe("▸ A step with a title that has more le…");
    expect(drawn.at(-1)).toBe("    and 26 more");
  });

  it("lets others write, and ask, without a line of theirs lost", async () => {
    const { terminal, progress } = inTerminal();
    await progress.run("Ask", async (say) => {
      say("about to ask");
      tell("SIGINT: cleaning up\n");
      await undisturbed(async () => {
        terminal.write('Type "yes": ');
        say("asked");
        terminal.write("yes\n");
      });
    });
    expect(terminal.shown).toEqual(["SIGINT: cleaning up", 'Type "yes": yes', "✔ Ask (N s)"]);
  });

  it("colors what it shows only where the terminal has colors", async () => {
    const written = async (isColored: boolean) => {
      const terminal = new FakeTerminal(100, 24, isColored);
      const write = jest.spyOn(terminal, "_write");
      await drill(new Progress({ stream: terminal }));
      return write.mock.calls.map(([text]) => text).join("");
    };
    expect(await written(true)).toContain("\u001b[32m✔");
    expect(await written(false)).not.toContain("\u001b[3");
  });
});

describe("in a log", () => {
  it("has a line with the time for each start and each end, of steps and of roots", async () => {
    const lines = await asLines();
    expect(lines.filter((line) => !/^\d\d:\d\d:\d\d /.test(line))).toEqual([]);
    expect(lines.map((line) => line.slice(9))).toEqual([
      "step 1 of 3: Start …",
      "  http://127.0.0.1:1",
      "step 1 of 3: Start: done in N s",
      "step 2 of 3: Stand up (usually about 4 minutes) …",
      "  dev-global-dns: applying",
      "  dev-global-dns: applied in N s",
      "  dev-eu-west-1-web: applying",
      "  dev-eu-west-1-network: planning",
      "  dev-eu-west-1-network: FAILED planning after N s",
      "    exit code 1: terraform plan",
      "    Error: no capacity",
      "    All of it: logs/network.log",
      "  dev-eu-west-1-web: applied in N s",
      "step 2 of 3: Stand up: FAILED after N s",
      "    dev-eu-west-1-network failed: see above",
      "clean-up 1 of 2: Destroy …",
      "  dev-global-dns: destroying",
      "clean-up 1 of 2: Destroy: done in N s",
      "clean-up 2 of 2: Stop …",
      "clean-up 2 of 2: Stop: done in N s",
    ]);
  });

  it("says only what failed, and why, where it is to be quiet, in a terminal too", async () => {
    const failures = (await asLines()).filter((line) => line.includes("FAILED") || line.includes("     "));
    const quiet = (await asLines({ quiet: true })).map((line) => line.slice(9));
    expect(quiet).toEqual(failures.map((line) => line.slice(9)));
    const { terminal, progress } = inTerminal({ quiet: true });
    await drill(progress);
    expect(terminal.shown.map((line) => line.slice(9))).toEqual(quiet);
  });
});

it("blames no root for an interrupt", async () => {
  const { terminal, progress } = inTerminal();
  const interrupt = new AbortController();
  const step = progress.run("Stand up", (say) =>
    tellOf(
      { say, signal: interrupt.signal },
      { root: "dev-global-dns", doing: "applying", done: "applied" },
      async () => {
        interrupt.abort(new Error("interrupted by SIGINT"));
        interrupt.signal.throwIfAborted();
      },
    ),
  );
  await expect(step).rejects.toThrow("interrupted by SIGINT");
  expect(terminal.shown).toEqual(["✖ Stand up (N s)", "    interrupted by SIGINT"]);
});
