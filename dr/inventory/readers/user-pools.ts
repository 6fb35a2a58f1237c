import {
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  paginateListUserPoolClients,
  paginateListUserPools,
} from "@aws-sdk/client-cognito-identity-provider";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Cognito user pools and their clients, without their users. */
export const userPools: Reader = {
  service: "Cognito",
  async list({ cognito: client }) {
    const pools = await everyItem(paginateListUserPools({ client }, { MaxResults: 60 }), ({ UserPools }) => UserPools);
    const items = pools.map(async ({ Id: UserPoolId }) => {
      const [{ UserPool: pool }, clients] = await Promise.all([
        client.send(new DescribeUserPoolCommand({ UserPoolId })),
        everyItem(paginateListUserPoolClients({ client }, { UserPoolId }), (page) => page.UserPoolClients),
      ]);
      return [
        {
          type: "aws_cognito_user_pool",
          id: given(UserPoolId),
          name: pool?.Name,
          handles: pool?.Arn ? [pool.Arn] : [],
          settings: {
            tier: pool?.UserPoolTier,
            threatProtection: pool?.UserPoolAddOns?.AdvancedSecurityMode,
            deletionProtection: pool?.DeletionProtection,
            mfa: pool?.MfaConfiguration,
            passwordPolicy: pool?.Policies?.PasswordPolicy,
            usernames: pool?.UsernameAttributes,
            verified: pool?.AutoVerifiedAttributes,
            recovery: pool?.AccountRecoverySetting?.RecoveryMechanisms,
            createdByAdminsOnly: pool?.AdminCreateUserConfig?.AllowAdminCreateUserOnly,
            mail: pool?.EmailConfiguration,
            domain: pool?.Domain,
          },
        },
        ...(await Promise.all(
          clients.map(async ({ ClientId }) => {
            const asked = new DescribeUserPoolClientCommand({ UserPoolId, ClientId });
            const { UserPoolClient: one } = await client.send(asked);
            return {
              type: "aws_cognito_user_pool_client",
              id: given(ClientId),
              name: one?.ClientName,
              settings: {
                pool: UserPoolId,
                hasSecret: one?.ClientSecret !== undefined,
                flows: [one?.AllowedOAuthFlows, one?.ExplicitAuthFlows].flat(),
                scopes: one?.AllowedOAuthScopes,
                callbacks: [one?.CallbackURLs, one?.LogoutURLs].flat(),
                writes: one?.WriteAttributes,
                accessTokenValidity: one?.AccessTokenValidity,
                refreshTokenValidity: one?.RefreshTokenValidity,
                preventUserExistenceErrors: one?.PreventUserExistenceErrors,
              },
            };
          }),
        )),
      ];
    });
    return (await Promise.all(items)).flat();
  },
};
