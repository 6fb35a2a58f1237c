import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Drill } from "../../../dr/drill";
import { checkOutAs } from "../../../dr/steps/check-out";
import { anySettings } from "../support/settings";

it("gives git, npm and synth no key to AWS, and no way to it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "check-out-"));
  const { PATH, AWS_ACCESS_KEY_ID } = process.env;
  try {
    // A git that writes down what it is given, and clones nothing.
    writeFileSync(join(folder, "git"), `#!/bin/sh\nenv > ${folder}/seen\nexit 1\n`);
    chmodSync(join(folder, "git"), 0o755);
    process.env.PATH = [folder, PATH].join(delimiter);
    process.env.AWS_ACCESS_KEY_ID = "AKIDCALLER";
    const places = { repository: folder, workFolder: folder, logFolder: join(folder, "logs") };
    const drill = new Drill(anySettings(places));
    drill.found.childEnvironment = { PATH: process.env.PATH, AWS_ACCESS_KEY_ID: "GATEKEY" };
    const at = { signal: new AbortController().signal, say: () => {} };
    await expect(checkOutAs(drill, "source", at)).rejects.toThrow("git clone");
    expect(readFileSync(join(folder, "seen"), "utf8")).not.toMatch(
      /^AWS_(ACCESS|SECRET|SESSION|ENDPOINT)|GATEKEY|AKID/m,
    );
  } finally {
    process.env.PATH = PATH;
    if (AWS_ACCESS_KEY_ID === undefined) delete process.env.AWS_ACCESS_KEY_ID;
    else process.env.AWS_ACCESS_KEY_ID = AWS_ACCESS_KEY_ID;
    rmSync(folder, { recursive: true, force: true });
  }
});
