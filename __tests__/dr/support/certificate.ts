import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { toolchain } from "../../../terraform/toolchain";

/** A self-signed certificate for a name, in force until then, and its key; both PEM. */
export function certificateFor(name: string, until: Date): { certificate: string; key: string } {
  const program = join(__dirname, "certificate.py");
  const out = execFileSync(toolchain().python, [program, name, String(Math.ceil(until.getTime() / 1000))], {
    encoding: "utf8",
  });
  const [certificate = "", key = ""] = out.split("\0");
  return { certificate, key };
}
