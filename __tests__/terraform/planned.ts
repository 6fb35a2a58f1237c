import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import pLimit from "p-limit";
import { type Aws, connect } from "../../dr/aws";
import { stateBucketName } from "../../modules/state/contract";
import { contracts } from "../../regions/wiring/tiers";
import { childEnvironment } from "../../terraform/process/environments";
import { TerraformRoot } from "../../terraform/root";
import { type RootFile, readRootFile, regionOf } from "../../terraform/root-file";
import { toolchain } from "../../terraform/toolchain";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";
import { merge, standInSecrets } from "./merged";

/** The account that roots are planned in. */
export const account = "111122223333";

/** Roots of dev that hold all there is: the global ones, the recovery, which calls the tiers of a region, and one of each other tier. */
function wanted(ids: readonly string[]): string[] {
  const dev = ids.filter((id) => id.startsWith("dev-")).sort();
  const others = contracts
    .filter(({ scope }) => scope === "account")
    .flatMap(({ name }) => dev.filter((id) => id.endsWith(`-${name}`)).slice(-1));
  return [...dev.filter((id) => id.startsWith("dev-global-") || id.includes("-recovery-of-")), ...others];
}

/** Plans what dev consists of, as `plansOfRoots` does. */
export function plansOf(synthesized: string, out: string): Promise<string> {
  const stacks = join(synthesized, "stacks");
  return plansOfRoots(
    wanted(readdirSync(stacks)).map((id) => readRootFile(join(stacks, id))),
    { synthesized, out },
  );
}

interface Planning {
  readonly synthesized: string;
  readonly out: string;
  /** Machine images, by the SSM parameter that a plan reads their id from. */
  readonly images?: Readonly<Record<string, string>>;
}

/** Plans roots on an empty local AWS, a plan for each region, below `out`; gives the folder with the JSON of each. */
export async function plansOfRoots(
  roots: readonly RootFile[],
  { synthesized, out, images = {} }: Planning,
): Promise<string> {
  const plans = join(out, "plans");
  mkdirSync(plans, { recursive: true });
  // Roots name the modules by their way there.
  symlinkSync(join(synthesized, "modules"), join(out, "modules"));
  const aws = await emptyLocalAws(account);
  const twoAtOnce = pLimit(2);
  const regions = [...new Set(roots.map(regionOf))];
  try {
    await Promise.all(
      regions.map((region) =>
        twoAtOnce(async () => {
          const here = roots.filter((root) => regionOf(root) === region);
          await prepare(connect(aws.environment, region), here, images);
          const merged = join(out, "stacks", `all-of-${region}`);
          merge(here, merged);
          writeFileSync(join(plans, `${region}.json`), await planned(merged, aws));
        }),
      ),
    );
  } finally {
    await aws.stop();
  }
  return plans;
}

/** Makes what a plan reads: the key of the region's states, the secrets that stand-ins name, and parameters of images. */
async function prepare(
  { kms, secrets, ssm, region }: Aws,
  roots: readonly RootFile[],
  images: Readonly<Record<string, string>>,
): Promise<void> {
  const { KeyMetadata: key } = await kms.send(new CreateKeyCommand({}));
  const name = stateBucketName({ account }, region);
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId: key?.KeyId }));
  for (const secret of new Set(standInSecrets(roots)))
    await secrets.send(new CreateSecretCommand({ Name: secret, SecretString: "stand-in" }));
  for (const [Name, Value] of Object.entries(images))
    await ssm.send(new PutParameterCommand({ Name, Value, Type: "String", DataType: "aws:ec2:image" }));
}

async function planned(folder: string, aws: GatedAws): Promise<string> {
  const root = new TerraformRoot(folder, {
    terraform: toolchain().terraform,
    environment: childEnvironment(aws.environment),
    logFolder: join(folder, "logs"),
  });
  const { signal } = new AbortController();
  await root.init(signal);
  return JSON.stringify(await root.show(signal, await root.plan(signal)));
}
