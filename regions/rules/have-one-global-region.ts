import { globalRegion } from "../schema/aws-regions";
import { type EnvironmentRule, regionsOf } from "../schema/environment";
import { and } from "../schema/lists";

/** What all regions share is in the one region where CloudFront, IAM and public DNS work. */
export const haveOneGlobalRegion: EnvironmentRule = (environment) => {
  const shared = regionsOf(environment, "global").map(({ name }) => name);
  if (shared.length === 1 && shared[0] === globalRegion) return [];
  const found = shared.length === 0 ? "no region has" : `${and(shared)} ${shared.length === 1 ? "has" : "have"}`;
  return [
    {
      path: "regions",
      message: `${found} the role "global". Exactly one must have it, ${globalRegion}, because CloudFront, IAM and public DNS work there.`,
    },
  ];
};
