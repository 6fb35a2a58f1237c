// Loaded before a program that must act on nothing: whatever writes, starts or connects ends it with 99 and says what.
const { syncBuiltinESMExports } = require("node:module");

const writing = [
  "write",
  "append",
  "copyFile",
  "cp",
  "mk",
  "rm",
  "rename",
  "unlink",
  "symlink",
  "link",
  "truncate",
  "ut",
  "ch",
  "lut",
  "lch",
];
const forbidden = (what) => () => {
  process._rawDebug(`acts: ${what}`);
  process.reallyExit(99);
};
const forbid = (module, names, prefix) => {
  for (const name of names) if (typeof module[name] === "function") module[name] = forbidden(`${prefix}.${name}`);
};

for (const [module, prefix] of [
  [require("node:fs"), "fs"],
  [require("node:fs/promises"), "fs.promises"],
]) {
  // process.stdout is a pipe here, and writes to that one only.
  forbid(
    module,
    Object.keys(module).filter((name) => writing.some((start) => name.startsWith(start))),
    prefix,
  );
  for (const name of ["open", "openSync", "createWriteStream"]) {
    const open = module[name];
    if (open)
      module[name] = (path, flags, ...rest) =>
        name !== "createWriteStream" &&
        (flags === undefined || flags === "r" || flags === 0 || typeof flags === "function")
          ? open(path, flags, ...rest)
          : forbidden(`${prefix}.${name} ${path}`)();
  }
}
forbid(
  require("node:child_process"),
  ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
  "child_process",
);
forbid(require("node:dns"), ["lookup", "resolve", "resolve4", "resolve6"], "dns");
forbid(require("node:net").Socket.prototype, ["connect"], "net.Socket");
forbid(require("node:net"), ["connect", "createConnection"], "net");
forbid(require("node:worker_threads"), ["Worker"], "worker_threads");
globalThis.fetch = forbidden("fetch");
syncBuiltinESMExports();
