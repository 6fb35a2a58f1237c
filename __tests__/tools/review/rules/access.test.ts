import { letsOthersIn } from "../../../../tools/review/rules/lets-others-in";
import { makesLongLivedKeys } from "../../../../tools/review/rules/makes-long-lived-keys";
import { weakensSignIn } from "../../../../tools/review/rules/weakens-sign-in";
import { created, itJudges, updated } from "./plans";
import { allow, bucket, everybody, objects, own, partner, policy } from "./policies";

itJudges(letsOthersIn, {
  found: [
    [
      "another account",
      [own, updated("aws_s3_bucket_policy.lake", bucket(), bucket(allow("s3:GetObject", objects, partner)))],
      [`high policy: Becomes allowed: s3:GetObject on ${objects} to arn:aws:iam::999988887777:root.`],
    ],
    [
      "a service",
      [
        updated(
          "aws_sqs_queue_policy.jobs",
          { policy: policy() },
          { policy: policy(allow("sqs:SendMessage", "*", { Principal: { Service: "events.amazonaws.com" } })) },
        ),
      ],
      ["low policy: Becomes allowed: sqs:SendMessage on everything to the service events.amazonaws.com."],
    ],
    [
      "a refusal that is gone",
      [
        updated(
          "aws_s3_bucket_policy.lake",
          bucket({ Effect: "Deny", Action: "s3:*", Resource: "*", Principal: "*" }),
          bucket(),
        ),
      ],
      ["high policy: Is denied no longer: s3:* on everything to everybody."],
    ],
    [
      "a share with another account",
      [own, created("aws_ram_principal_association.partner", { principal: "999988887777" })],
      ["high principal: The account 999988887777 is let in, and was not."],
    ],
  ],
  well: [
    [
      "one's own account, for a key that is new",
      [
        created("aws_kms_key.data", {
          policy: policy(allow("kms:*", "*", { Principal: { AWS: "arn:aws:iam::111122223333:root" } })),
        }),
      ],
    ],
    [
      "everybody, who is another rule's",
      [updated("aws_s3_bucket_policy.site", bucket(), bucket(allow("s3:GetObject", objects, everybody)))],
    ],
    [
      "those who were let in",
      [updated("aws_s3_bucket_policy.lake", bucket(allow("s3:GetObject", objects, partner)), { bucket: "x" })],
    ],
  ],
  unknown: [
    [
      "a policy that is known later",
      [updated("aws_kms_key.data", { policy: "" }, {}, { policy: ["local.key_policy"] })],
      ["not known: policy, by local.key_policy"],
    ],
  ],
});

itJudges(makesLongLivedKeys, {
  found: [
    [
      "a key",
      [created("aws_iam_access_key.backup", { user: "backup" })],
      ["medium: A key that never expires is made; its secret is in the state."],
    ],
    [
      "a user",
      [created("aws_iam_user.backup", { name: "backup" })],
      ["low: A user is made, whose keys or password do not expire by themselves."],
    ],
  ],
  well: [
    ["a key that is turned off", [created("aws_iam_access_key.backup", { user: "backup", status: "Inactive" })]],
    ["a key that is there", [updated("aws_iam_access_key.backup", { status: "Active" }, { status: "Inactive" })]],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const easier = "It is easier to sign in as somebody else.";

itJudges(weakensSignIn, {
  found: [
    [
      "a pool in which anybody may make an account, and a client that sends passwords and tells who has one",
      [
        updated(
          "aws_cognito_user_pool.customers",
          { admin_create_user_config: [{ allow_admin_create_user_only: true }] },
          { admin_create_user_config: [{ allow_admin_create_user_only: false }] },
        ),
        updated(
          "aws_cognito_user_pool_client.web",
          { explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"], prevent_user_existence_errors: "ENABLED" },
          { explicit_auth_flows: ["ALLOW_USER_PASSWORD_AUTH"], prevent_user_existence_errors: "LEGACY" },
        ),
      ],
      [
        "medium admin_create_user_config.0.allow_admin_create_user_only: Anybody may make an account. Whoever finds the sign-in page gets in as a new customer.",
        "medium explicit_auth_flows: Clients may send the password itself. Whatever stands between sees it: proxies, logs, and a client that is not ours.",
        'low prevent_user_existence_errors: What an error tells goes from "ENABLED" to "LEGACY". An error says whether somebody has an account.',
      ],
    ],
    [
      "a second factor that is asked for no longer",
      [updated("aws_cognito_user_pool.players", { mfa_configuration: "ON" }, { mfa_configuration: "OFF" })],
      [`medium mfa_configuration: The second factor goes from "ON" to "OFF". ${easier}`],
    ],
    [
      "shorter passwords",
      [updated("aws_iam_account_password_policy.all", { minimum_password_length: 16 }, { minimum_password_length: 8 })],
      [`medium minimum_password_length: The least length: 8 characters instead of 16 characters. ${easier}`],
    ],
    [
      "passwords that are good for ever",
      [
        updated(
          "aws_iam_account_password_policy.all",
          { minimum_password_length: 16, max_password_age: 90 },
          { max_password_age: 0 },
        ),
      ],
      [`medium max_password_age: Days that a password is good for: 0 days instead of 90 days. ${easier}`],
    ],
  ],
  well: [
    [
      "a client that sends passwords as before",
      [
        updated(
          "aws_cognito_user_pool_client.web",
          { explicit_auth_flows: ["ALLOW_USER_PASSWORD_AUTH"] },
          { explicit_auth_flows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        ),
      ],
    ],
    [
      "longer passwords",
      [updated("aws_iam_account_password_policy.all", { minimum_password_length: 8 }, { minimum_password_length: 16 })],
    ],
  ],
  unknown: [
    [
      "how long",
      [
        updated(
          "aws_iam_account_password_policy.all",
          { minimum_password_length: 16 },
          {},
          { minimum_password_length: ["local.length"] },
        ),
      ],
      ["not known: minimum_password_length, by local.length"],
    ],
  ],
});
