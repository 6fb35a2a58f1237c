import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import type { Aws } from "../../dr/aws";
import { stateKeyAlias } from "../../modules/state/contract";
import { environments } from "../example/regions/environments";

/** Makes the keys of the regions' states, which secrets are under, too; the state tier, which makes them for real, takes longer. */
export async function makeStateKeys(aws: (region: string) => Aws, account: string): Promise<void> {
  for (const region of new Set(environments.flatMap(({ regions }) => regions.map(({ name }) => name)))) {
    const { kms } = aws(region);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(
      new CreateAliasCommand({ AliasName: stateKeyAlias({ account }, region), TargetKeyId: KeyMetadata?.KeyId }),
    );
  }
}
