import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { type Aws, connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { keepSecretsOutOfLogs } from "../../../dr/checks/keep-secrets-out-of-logs";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { originSecret } from "../support/healthy-front";

let local: GatedAws;
let aws: Aws;
const logFolder = mkdtempSync(join(tmpdir(), "logs-"));
beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
});
afterAll(async () => {
  rmSync(logFolder, { recursive: true });
  await local.stop();
});

const asked = () =>
  ask(keepSecretsOutOfLogs, {
    ...{ aws, namePrefix: "told", originPrefix: "dev-origin-", logFolder },
  } as unknown as RecoveredRegion);

it("fails when a log shows an origin secret or the password of a login, and where there is nothing to look at", async () => {
  expect((await asked()).problems).toEqual(["eu-west-1 has no secret (dev-origin-…)", `${logFolder} has no log`]);

  const origin = await originSecret(aws, "dev-origin-blue-1");
  const login = JSON.stringify({ username: "shop_admin", password: 'it"s horse' });
  await aws.secrets.send(new CreateSecretCommand({ Name: "told-orders-login", SecretString: login }));
  mkdirSync(join(logFolder, "clone"));
  writeFileSync(join(logFolder, "clone/dns.log"), "master_username = shop_admin");
  expect(await asked()).toMatchObject({ status: "passed", seen: "2 secrets, 1 logs" });

  writeFileSync(join(logFolder, "clone/dns.log"), `data.random.value: Read complete after 0s [id=${origin}]`);
  writeFileSync(join(logFolder, "database.log"), 'password = it"s horse');
  expect((await asked()).problems).toEqual([
    "clone/dns.log shows what is in the secret dev-origin-blue-1",
    "database.log shows what is in the secret told-orders-login",
  ]);
});
