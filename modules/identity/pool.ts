import { CognitoUserPool, type CognitoUserPoolEmailConfiguration } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { number } from "../core/late";
import type { identityContract } from "./contract";

/** The user pool: customers sign up themselves with an address that they have shown to be theirs. */
export function pool(scope: Construct, home: Home, inputs: Inputs<typeof identityContract>): CognitoUserPool {
  const guarded = inputs.threatProtection !== "off";
  return new CognitoUserPool(scope, "customers", {
    name: `${inputs.namePrefix}-customers`,
    userPoolTier: guarded ? "PLUS" : "ESSENTIALS",
    ...(guarded ? { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } } : {}),
    deletionProtection: Fn.conditional(inputs.ephemeral, "INACTIVE", "ACTIVE"),
    usernameAttributes: ["email"],
    usernameConfiguration: { caseSensitive: false },
    autoVerifiedAttributes: ["email"],
    // The old address stays in force until the new one is shown to be the customer's.
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ["email"] },
    accountRecoverySetting: { recoveryMechanism: [{ name: "verified_email", priority: 1 }] },
    adminCreateUserConfig: { allowAdminCreateUserOnly: false },
    passwordPolicy: {
      minimumLength: number(inputs.minPasswordLength),
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: false,
      temporaryPasswordValidityDays: 1,
    },
    mfaConfiguration: inputs.mfa,
    softwareTokenMfaConfiguration: { enabled: true },
    emailConfiguration: mails(home, inputs.senderAddress),
  });
}

const mails = (home: Home, sender: string | null): CognitoUserPoolEmailConfiguration =>
  sender === null
    ? { emailSendingAccount: "COGNITO_DEFAULT" }
    : {
        emailSendingAccount: "DEVELOPER",
        fromEmailAddress: sender,
        sourceArn: home.arn("ses", `identity/${sender.split("@").at(-1)}`),
      };
