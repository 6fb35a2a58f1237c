import { z } from "zod";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";
import { securityContract } from "../security/contract";

/** Name of the sign-in pages: unique in a region for all of AWS, so the account is in it. */
export const signInDomain = (namePrefix: string, account: string): string => `${namePrefix}-${account}`;

/** Origin of the sign-in pages of that name. */
export const signInOrigin = (domain: string, region: string): string =>
  `https://${domain}.auth.${region}.amazoncognito.com`;

const path = z.string().regex(/^\/[A-Za-z0-9_./-]*$/, "must be a path such as /signed-in");

export const identityContract = contract({
  name: "identity",
  summary:
    "The shop's customers and how they sign in: a Cognito user pool, its sign-in pages, and a client for browsers.",
  scope: "region",
  optional: true,
  stores: [{ name: "customers", holds: "customers' names, addresses and passwords", personalData: true }],
  shape: z.object({
    threatProtection: z
      .enum(["off", "for 0.02 USD a month and active customer"])
      .default("off")
      .describe(
        "Whether Cognito blocks compromised passwords and unusual sign-ins, see https://aws.amazon.com/cognito/pricing.",
      ),
    senderAddress: z
      .email("must be an e-mail address")
      .nullable()
      .default(null)
      .describe(
        "Sender address of mails to customers, verified in SES in this region and in its recovery target; with null Cognito sends, at most 50 mails a day.",
      ),
  }),
  settings: z.object({
    mfa: z
      .enum(["OPTIONAL", "ON"])
      .default("OPTIONAL")
      .describe("Whether a second factor, a code from an authenticator app, is optional or required."),
    minPasswordLength: z.int().min(8).max(99).default(12).describe("Minimum length of a password."),
    accessTokenMinutes: z
      .int()
      .min(5)
      .max(1440)
      .default(60)
      .describe("Minutes that a token is valid, even after the customer signed out elsewhere."),
    refreshTokenDays: z.int().min(1).max(3650).default(30).describe("Days that a customer stays signed in."),
    signedInPath: path.default("/signed-in").describe("URL that a customer returns to after signing in."),
    signedOutPath: path.default("/").describe("URL that a customer returns to after signing out."),
  }),
  reads: [reads(securityContract, "alertTopicArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend(dnsContract.needs.pick({ domain: true }).shape),
  outputs: z.object({
    userPoolId: z.string().describe("Id of the user pool."),
    clientId: z.string().describe("Id of the client for browsers, the audience of its tokens."),
    issuer: z.string().describe("Issuer of the tokens; its keys are below this URL."),
    signInAddress: z.string().describe("URL of the sign-in pages."),
  }),
});
