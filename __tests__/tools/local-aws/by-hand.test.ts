import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { childEnvironment } from "../../../terraform/process/environments";
import { projectRoot } from "../../../terraform/project-root";
import { runFolder } from "../../support/once";

const folder = mkdtempSync(join(runFolder(), "by-hand-"));
const file = join(folder, "aws.env");
// Inside the project, where its packages are found.
const script = join(projectRoot, `.cache/by-hand.${process.pid}.mjs`);
afterAll(() => rmSync(script, { force: true }));

const behindProxy = { AWS_PROFILE: "mine", HTTP_PROXY: "http://127.0.0.1:9", NO_PROXY: "intra", no_proxy: "intra" };

it("runs one command, which needs no other setting, tells its calls, and ends with its exit code", async () => {
  writeFileSync(
    script,
    `import { readFileSync } from "node:fs";
    import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
    const { Account } = await new STSClient().send(new GetCallerIdentityCommand({}));
    const written = readFileSync(process.argv[2], "utf8");
    console.log(JSON.stringify({ Account, region: process.env.AWS_DEFAULT_REGION, profile: process.env.AWS_PROFILE, direct: process.env.NO_PROXY, written }));
    process.exit(7);`,
  );
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    [
      "shop",
      "local-aws",
      "--account",
      "111122223333",
      "--write-env",
      file,
      "--log",
      "--",
      process.execPath,
      script,
      file,
    ],
    { cwd: projectRoot, env: childEnvironment(behindProxy), extendEnv: false, reject: false },
  );
  const { written, region, ...seen } = JSON.parse(stdout);
  expect({ exitCode, seen }).toEqual({
    exitCode: 7,
    seen: { Account: "111122223333", direct: "intra,127.0.0.1,localhost,::1" },
  });
  expect(region).toMatch(/^[a-z]+-[a-z]+-\d$/);
  expect(written).toContain(`export AWS_REGION=${region}\nexport AWS_DEFAULT_REGION=${region}\n`);
  expect(written).toContain("unset AWS_PROFILE\n");
  expect(stderr).toMatch(new RegExp(`^\\S+Z 200 ${region} sts GetCallerIdentity$`, "m"));
  expect(existsSync(file)).toBe(false);
});

it("refuses a file that cannot be written before it starts anything", async () => {
  const { exitCode, stderr } = await execa(
    process.execPath,
    ["shop", "local-aws", "--write-env", join(folder, "no/such/aws.env")],
    { cwd: projectRoot, env: childEnvironment(), extendEnv: false, reject: false },
  );
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `error: --write-env: there is no folder ${join(folder, "no/such")}. Name a file in a folder that exists.`,
  });
});
