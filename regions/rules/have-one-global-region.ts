import { globalRegion } from "../schema/aws-regions";
import { type EnvironmentRule, regionsOf } from "../schema/environment";

/** What all regions share is in the one region where CloudFront, IAM and public DNS work. */
export const haveOneGlobalRegion: EnvironmentRule = (environment) => {
  const shared = regionsOf(environment, "global").map(({ name }) => name);
  if (shared.length === 1 && shared[0] === globalRegion) return [];
  return [
    {
      path: "regions",
      message: `has ${shared.join(", ") || "no region"} of the role "global". Add regions/${globalRegion}.ts, where CloudFront, IAM and public DNS work, and no other.`,
    },
  ];
};
