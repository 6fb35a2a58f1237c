import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { leaseNameOf } from "../../../dr/account/lease-item";
import { RunRecord } from "../../../dr/account/run-record";
import { type Aws, connect } from "../../../dr/aws";
import { newRunId } from "../../../dr/run-id";
import { leaseTableName } from "../../../modules/state/contract";
import { childEnvironment, nameServerVariable } from "../../../terraform/process/environments";
import { projectRoot } from "../../../terraform/project-root";
import { TerraformRoot } from "../../../terraform/root";
import { toolchain } from "../../../terraform/toolchain";
import { startLocalAws } from "../../../tools/local-aws/local-aws";
import { built } from "../support/script";
import type { Fault } from "./faults";
import { makeForeign } from "./foreign";
import { compared, type Listing, listAll } from "./listing";
import type { Asked, Became } from "./run";
import { isOwnState, makeAccount, repositoryIn, sharedRoots, small, writeRoots } from "./world";

const { environment, lost, target } = small;
const never = new AbortController().signal;

/** The account of a local AWS that holds much of somebody's, with what regions share deployed, for drills one after the other. */
export async function foreignAccount() {
  const folder = mkdtempSync(join(tmpdir(), "untouched-"));
  const local = await startLocalAws({ account: environment.account });
  const clients = new Map<string, Aws>();
  const aws = (region: string): Aws => {
    const known = clients.get(region) ?? connect(local.environment, region);
    clients.set(region, known);
    return known;
  };
  await makeAccount(aws);
  await makeForeign(aws);
  const { KeyMetadata } = await aws(target.region).kms.send(new CreateKeyCommand({}));
  const keyArn = KeyMetadata?.Arn ?? "";
  const shared = writeRoots(join(folder, "shared"), keyArn);
  for (const id of sharedRoots) {
    const options = { terraform: toolchain().terraform, environment: childEnvironment(local.environment) };
    const root = new TerraformRoot(join(shared.folder, "cdktf.out/stacks", id), options);
    await root.init(never);
    await root.apply(never, await root.plan(never));
  }
  const git = repositoryIn(folder);
  const script = built("run", join(projectRoot, "__tests__/dr/untouched"));
  const { s3, dynamodb } = aws(environment.stateRegion);

  /** Runs a drill or a clean-up in a process of its own. */
  const runOne = async (run: string, what: Asked["what"], faults: readonly Fault[]): Promise<Became> => {
    const asked = { what, run, keyArn, faults, endpoint: local.endpoint, folder: join(folder, run), ...git };
    const output = await new Promise<string>((resolve) => {
      // Killed, it has no output, and a code that says so.
      const env = { ...process.env, [nameServerVariable]: local.nameServer };
      execFile(process.execPath, [script, JSON.stringify(asked)], { env }, (error, stdout, stderr) =>
        resolve(error && !error.killed && error.signal !== "SIGKILL" ? stderr : stdout),
      );
    });
    const last = output.trim().split("\n").at(-1) ?? "";
    if (last === "") return { happened: true, changes: [], errors: ["killed"] };
    if (!last.startsWith("{")) throw new Error(`the ${what} has ended otherwise:\n${output}`);
    return JSON.parse(last);
  };

  return {
    newRun: () => newRunId(new Date()),
    aws,
    drill: (run: string, faults: readonly Fault[] = []) => runOne(run, "drill", faults),
    /** As soon as the lease of one that was killed is taken for dead, which takes five minutes otherwise. */
    cleanUp: async (run: string, faults: readonly Fault[] = []) => {
      const Key = { LockID: { S: leaseNameOf(environment) } };
      await dynamodb.send(new DeleteItemCommand({ TableName: leaseTableName, Key }));
      return runOne(run, "clean-up", faults);
    },
    isRemembered: async (run: string) => (await RunRecord.all(s3, environment)).some((one) => one.run === run),
    list: (): Promise<Listing> => listAll(aws, [lost.name, target.region]),
    since: async (before: Listing) => {
      const { touched, added } = compared(before, await listAll(aws, [lost.name, target.region]));
      return { touched, left: added.filter((key) => !isOwnState(key)) };
    },
    remove: async () => {
      rmSync(script, { force: true });
      rmSync(folder, { recursive: true, force: true });
      await local.stop();
    },
  };
}

export type ForeignAccount = Awaited<ReturnType<typeof foreignAccount>>;
