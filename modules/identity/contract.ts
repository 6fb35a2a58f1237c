import { z } from "zod";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";
import { securityContract } from "../security/contract";

const path = z.string().regex(/^\/[A-Za-z0-9_./-]*$/, "must be a path such as /signed-in");

export const identityContract = contract({
  name: "identity",
  summary: "The shop's customers and how they sign in: a Cognito user pool, its sign-in pages, a client for browsers.",
  scope: "region",
  optional: true,
  stores: [{ name: "customers", holds: "customers' names, addresses and passwords", personalData: true }],
  shape: z.object({
    threatProtection: z
      .enum(["off", "for 0.02 USD a month and active customer"])
      .default("off")
      .describe(
        "Whether Cognito refuses stolen passwords and unusual sign-ins, with its price: https://aws.amazon.com/cognito/pricing.",
      ),
    senderAddress: z
      .email("must be an e-mail address")
      .nullable()
      .default(null)
      .describe(
        "Address that mails to customers come from, verified in SES in this region and in its recovery target; null lets Cognito send, 50 mails a day.",
      ),
  }),
  settings: z.object({
    mfa: z
      .enum(["OPTIONAL", "ON"])
      .default("OPTIONAL")
      .describe(
        "Whether a second factor, a code of an authenticator app, is each customer's choice or demanded of all.",
      ),
    minPasswordLength: z.int().min(8).max(99).default(12).describe("Least length of a password."),
    accessTokenMinutes: z
      .int()
      .min(5)
      .max(1440)
      .default(60)
      .describe("Minutes that a token lets a customer in, even after signing out elsewhere."),
    refreshTokenDays: z.int().min(1).max(3650).default(30).describe("Days that a customer stays signed in."),
    signedInPath: path.default("/signed-in").describe("Page of the shop that a customer comes back to, signed in."),
    signedOutPath: path.default("/").describe("Page of the shop that a customer comes back to, signed out."),
  }),
  reads: [reads(securityContract, "alertTopicArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend(dnsContract.needs.pick({ domain: true }).shape),
  outputs: z.object({
    userPoolId: z.string().describe("Id of the user pool."),
    clientId: z.string().describe("Id of the browser's client; whom its tokens are for."),
    issuer: z.string().describe("Who issues the tokens; its keys are found below this address."),
    signInAddress: z.string().describe("Address of the sign-in pages."),
  }),
});
