import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { ConfigServiceClient } from "@aws-sdk/client-config-service";
import { ECRClient } from "@aws-sdk/client-ecr";
import { GuardDutyClient } from "@aws-sdk/client-guardduty";
import { IAMClient } from "@aws-sdk/client-iam";
import type { Environment } from "../../../regions/schema/environment";
import { asking } from "../asking";
import { type Finding, of } from "../finding";
import { detector } from "./detector";
import type { AwsThere, Existing, Place } from "./existing";
import { providerOfGithub } from "./provider-of-github";
import { recorder } from "./recorder";
import { replication } from "./replication";
import { trail } from "./trail";

const { ok, wrong } = of("account");

const all: readonly Existing[] = [detector, recorder, trail, providerOfGithub, replication];

/** What the account has already and the first apply would make again, or replace without a word. */
export const existingFindings = async (
  environment: Environment,
  aws: (region: string) => AwsThere = awsThere,
): Promise<Finding[]> => {
  const { regions } = environment;
  const found = await Promise.all(regions.map((region) => inRegion({ environment, region }, aws(region.name))));
  return found.flat();
};

async function inRegion(place: Place, aws: AwsThere): Promise<Finding[]> {
  const wanted = all.filter((one) => one.wanted(place));
  const found = await Promise.all(wanted.map((one) => lookAt(one, place, aws)));
  const names = wanted.filter((_, index) => found[index]?.length === 0).map(({ name }) => name);
  const clear =
    names.length > 0 ? [ok(`nobody else's is in the way in ${place.region.name}: ${names.join(", ")}`)] : [];
  return [...clear, ...found.flat()];
}

const lookAt = ({ name, actions, look }: Existing, place: Place, aws: AwsThere): Promise<Finding[]> =>
  asking({ what: `whether somebody else's ${name} is in ${place.region.name}`, actions }, async () =>
    (await look(place, aws)).map(({ says, wayOut }) => wrong(says, wayOut)),
  );

const awsThere = (region: string): AwsThere => ({
  cloudTrail: new CloudTrailClient({ region }),
  config: new ConfigServiceClient({ region }),
  ecr: new ECRClient({ region }),
  guardDuty: new GuardDutyClient({ region }),
  iam: new IAMClient({ region }),
});
