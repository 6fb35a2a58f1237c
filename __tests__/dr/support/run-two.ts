import { runChild } from "../../../terraform/process/child";
import { marked, ownMark } from "./marked";

// Runs two programs, each with a grandchild, until they run; then ends, or is ended, as its argument says.
const environment = { PATH: process.env.PATH ?? "", ...ownMark() };
const [mark = ""] = Object.values(ownMark());
const children = () =>
  marked(mark)
    .running()
    .filter(({ command }) => command.includes("sleep"));
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

for (let at = 0; at < 2; at++) {
  runChild("/bin/sh", ["-c", "sleep 60 & wait; exit 1"], { cwd: "/", environment }).catch(() => {});
}
// One look, not two: a program that is just being started shows no command for a moment.
let count = 0;
while (count < 4) {
  await soon(50);
  count = children().length;
}
process.stdout.write(`${count} run\n`);

const [what] = process.argv.slice(2);
if (what === "exit") process.exit(0);
if (what === "kill") process.kill(process.pid, "SIGKILL");
if (what === "throw") throw new Error("thrown");
if (what === "group") {
  process.on("SIGINT", () => {});
  process.kill(0, "SIGINT");
  await soon(500);
  process.stdout.write(`still ${children().length} run\n`);
  process.exit(0);
}
