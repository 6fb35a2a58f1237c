import { UserError } from "./user-error.mjs";

/** This machine's platform in Terraform's words, such as linux_amd64. */
export const platform = `${process.platform === "win32" ? "windows" : process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;

/** Fails where what is pinned has no program for this machine; `sha256` has one for each platform that it has. */
export function checkPlatform({ sha256 }, here = platform) {
  if (Object.hasOwn(sha256, here)) return;
  throw new UserError(
    `this machine is ${here}, and the project runs on ${Object.keys(sha256).join(", ")} only: 64-bit Linux, and macOS on Apple silicon. ` +
      "On Windows, use a clone within WSL 2; elsewhere, a container or another machine.",
  );
}
