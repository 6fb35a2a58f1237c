import { GetOpenIDConnectProviderCommand, ListOpenIDConnectProvidersCommand } from "@aws-sdk/client-iam";
import { record } from "../../../dr/inventory/record";
import { issuer } from "../../../modules/account/workflows/contract";
import { globalRegionOf } from "../../../regions/schema/environment";
import { isOurs } from "../is-ours";
import type { Existing } from "./existing";
import { importOf } from "./import";

/** GitHub's OIDC provider: an account has one. */
export const providerOfGithub: Existing = {
  name: "OIDC provider of GitHub",
  actions: "iam:ListOpenIDConnectProviders and iam:GetOpenIDConnectProvider",
  wanted: ({ region, environment }) =>
    region.role === "global" && globalRegionOf(environment).account.workflows.length > 0,
  look: async (place, { iam }) => {
    const { githubProvider, githubRepository } = globalRegionOf(place.environment).account;
    if (githubRepository === null) return [];
    const { OpenIDConnectProviderList = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}));
    const arn = OpenIDConnectProviderList.map(({ Arn = "" }) => Arn).find((one) => one.endsWith(`/${issuer}`));
    if (githubProvider === "existing")
      return arn === undefined
        ? [
            {
              says: `account.githubProvider is "existing", and the account has no OIDC provider ${issuer}`,
              wayOut: 'set account.githubProvider: "own", or let whoever keeps it make it first',
            },
          ]
        : [];
    if (arn === undefined) return [];
    const { Tags = [] } = await iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
    if (isOurs(place.environment, record(Tags))) return [];
    return [
      {
        says: `the account has the OIDC provider ${arn} already, and AWS allows one`,
        wayOut: `if others keep it, set account.githubProvider: "existing"; otherwise ${importOf(place, "module.account.aws_iam_openid_connect_provider.github", arn)}`,
      },
    ];
  },
};
