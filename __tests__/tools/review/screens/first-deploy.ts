import { CreateAliasCommand, CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { stateKeyAlias } from "../../../../modules/state/contract";
import { environments } from "../../../../regions/environments";
import type { Environment } from "../../../../regions/schema/environment";
import { currentSynth } from "../../../../tools/current-synth";
import { startLocalAws } from "../../../../tools/local-aws/local-aws";
import { estateOf, reviewRoots } from "../../../../tools/review/planning/estate";
import type { Review } from "../../../../tools/review/result";

/** The review of an environment's first deploy: every root is planned, on a local AWS that has nothing but keys of states. */
export async function firstDeploy(): Promise<Review> {
  const [environment] = environments;
  if (!environment) throw new Error("regions/environments.ts has no environment.");
  const aws = await startLocalAws({ account: environment.account });
  try {
    Object.assign(process.env, aws.environment);
    await makeStateKeys(environment);
    const estate = await estateOf(environment, await currentSynth());
    const all = new Set(estate.roots.map(({ id }) => id));
    return await reviewRoots(estate, all, { say: () => {}, signal: new AbortController().signal });
  } finally {
    await aws.stop();
  }
}

/** Roots look these keys up by their names; `./shop bootstrap` makes them before the first plan. */
async function makeStateKeys({ account, regions }: Environment): Promise<void> {
  for (const { name: region } of regions) {
    const kms = new KMSClient({ region });
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const AliasName = stateKeyAlias({ account }, region);
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyMetadata?.KeyId ?? "" }));
  }
}
