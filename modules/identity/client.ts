import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import { number } from "../core/late";
import type { identityContract } from "./contract";

/**
 * What the shop's pages sign customers in with: a code for a token, with PKCE and without a secret, which no browser keeps.
 *
 * A customer may change name and address, nothing else: no attribute that somebody adds later is theirs to write.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html
 */
export const client = (
  scope: Construct,
  userPoolId: string,
  inputs: Inputs<typeof identityContract>,
): CognitoUserPoolClient =>
  new CognitoUserPoolClient(scope, "browser", {
    userPoolId,
    name: "browser",
    generateSecret: false,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["email", "openid", "profile"],
    callbackUrls: [`https://${inputs.domain}${inputs.signedInPath}`],
    logoutUrls: [`https://${inputs.domain}${inputs.signedOutPath}`],
    supportedIdentityProviders: ["COGNITO"],
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: true,
    readAttributes: ["email", "email_verified", "name"],
    writeAttributes: ["email", "name"],
    accessTokenValidity: number(inputs.accessTokenMinutes),
    idTokenValidity: number(inputs.accessTokenMinutes),
    refreshTokenValidity: number(inputs.refreshTokenDays),
    tokenValidityUnits: [{ accessToken: "minutes", idToken: "minutes", refreshToken: "days" }],
  });
