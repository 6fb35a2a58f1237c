import { type ChildProcess, spawn } from "node:child_process";

const script = `
trap '' INT TERM HUP
groups=' '
while read -r what group; do
  case $what in
    watch) groups="$groups$group " ;;
    leave) groups="\${groups%% $group *} \${groups#* $group }" ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group"; done
`;

let watchdog: ChildProcess | undefined;

/** Ends a process group when this process is gone, even when it was killed and no handler of its own could run. */
export const watch = (group: number): void => tell("watch", group);

/** The group has ended: its number may be another's from now on. */
export const leave = (group: number): void => tell("leave", group);

function tell(what: string, group: number): void {
  watchdog ??= start();
  watchdog.stdin?.write(`${what} ${group}\n`);
}

/** A shell that reads until our end of the pipe closes, which the kernel does when we die. */
function start(): ChildProcess {
  const child = spawn("/bin/sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  child.unref();
  if (child.stdin && "unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return child;
}
