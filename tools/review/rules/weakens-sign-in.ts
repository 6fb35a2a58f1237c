import { type Guard, more, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const letters = ["require_lowercase_characters", "require_numbers", "require_symbols", "require_uppercase_characters"];
const pool = ["password_policy", 0];

/** Fewer days are better, and 0 is none at all. */
const age: Guard = {
  ...more(["max_password_age"], "Days that a password is good for", { unit: "days", unsaid: 0, enough: 0 }),
  worth: (value) => (typeof value === "number" && value > 0 ? 10_000 - value : 0),
};

/** Accounts that nobody but an administrator makes. */
const byAdministrators: Guard = {
  ...on(["admin_create_user_config", 0, "allow_admin_create_user_only"], "Making accounts by administrators alone"),
  enough: 0,
  changed: () => "Anybody may make an account.",
  means: "Whoever finds the sign-in page gets in as a new customer.",
  wayOut: "Let administrators make accounts, or check who signs up before anything trusts an account.",
};

/** Flows in which a client hands over the password itself. */
const withPassword = /^(ALLOW_)?(USER_PASSWORD_AUTH|ADMIN_NO_SRP_AUTH|ADMIN_USER_PASSWORD_AUTH)$/;
const passwordsStay: Guard = {
  path: ["explicit_auth_flows"],
  worth: (flows) => Number(!Array.isArray(flows) || !flows.some((flow) => withPassword.test(`${flow}`))),
  enough: 0,
  changed: () => "Clients may send the password itself.",
  made: () => "Clients may send the password itself.",
  means: "Whatever stands between sees it: proxies, logs, and a client that is not ours.",
  wayOut: "Leave SRP, by which the password never leaves the device.",
};

/** What keeps others from signing in as somebody. */
export const weakensSignIn = weakening({
  id: "weakens-sign-in",
  about: "Passwords may be weaker, a second factor is asked for no longer, or anybody may make an account.",
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
      byAdministrators,
    ],
    aws_cognito_user_pool_client: [
      passwordsStay,
      {
        ...ranked(["prevent_user_existence_errors"], "What an error tells", ["LEGACY", "ENABLED"]),
        enough: 0,
        severity: "low",
        means: "An error says whether somebody has an account.",
        wayOut: "Leave it ENABLED: unknown names and wrong passwords look the same.",
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
