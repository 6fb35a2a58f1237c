import { type Guard, more, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const letters = ["require_lowercase_characters", "require_numbers", "require_symbols", "require_uppercase_characters"];
const pool = ["password_policy", 0];

/** Fewer days are better, and 0 is none at all. */
const age: Guard = {
  ...more(["max_password_age"], "Days that a password is good for", { unit: "days", unsaid: 0, enough: 0 }),
  worth: (value) => (typeof value === "number" && value > 0 ? 10_000 - value : 0),
};

/** What keeps others from signing in as somebody. */
export const weakensSignIn = weakening({
  id: "weakens-sign-in",
  about: "Passwords may be weaker, or a second factor is asked for no longer.",
  cannotSee: "What an identity provider elsewhere asks for.",
  guards: {
    aws_cognito_user_pool: [
      { ...ranked(["mfa_configuration"], "The second factor", [null, "OFF", "OPTIONAL", "ON"]), enough: 0 },
      { ...more([...pool, "minimum_length"], "The least length", { unit: "characters", unsaid: 8, enough: 8 }) },
      {
        ...ranked(["user_pool_add_ons", 0, "advanced_security_mode"], "Threat protection", [
          null,
          "OFF",
          "AUDIT",
          "ENFORCED",
        ]),
        enough: 0,
      },
    ],
    aws_iam_account_password_policy: [
      more(["minimum_password_length"], "The least length", { unit: "characters", unsaid: 6, enough: 8 }),
      more(["password_reuse_prevention"], "Former ones that are refused", {
        unit: "passwords",
        unsaid: 0,
        enough: 0,
      }),
      ...letters.map((name) => ({ ...on([name], name), enough: 0 })),
      age,
    ],
  },
  apart: { aws_iam_account_password_policy: { what: "The policy for passwords of the account" } },
  weaker: "medium",
  weakFromTheStart: "low",
  means: "It is easier to sign in as somebody else.",
  wayOut: "Leave it, and ask for a second factor.",
});
