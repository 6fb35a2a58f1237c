import { IdentityTier } from "../../modules/identity/tier";
import { type Block, written } from "../support/module";

const tier = written(IdentityTier);
const pool = tier.resource.aws_cognito_user_pool?.customers as Block;
const browser = tier.resource.aws_cognito_user_pool_client?.browser as Block;

describe("identity", () => {
  it("keeps its customers when Terraform would destroy them, unless ephemeral", () => {
    expect(pool.deletion_protection).toBe('${var.ephemeral ? "INACTIVE" : "ACTIVE"}');
  });

  it("knows a customer by an address that was shown to be theirs, before and after a change", () => {
    expect(pool).toMatchObject({
      username_attributes: ["email"],
      auto_verified_attributes: ["email"],
      user_attribute_update_settings: { attributes_require_verification_before_update: ["email"] },
    });
  });

  it("offers a second factor to everybody, and can demand it", () => {
    expect(pool).toMatchObject({
      mfa_configuration: "${var.mfa}",
      software_token_mfa_configuration: { enabled: true },
    });
  });

  it("gives browsers a code for a token, and no secret to lose", () => {
    expect(browser).toMatchObject({
      generate_secret: false,
      allowed_oauth_flows: ["code"],
      explicit_auth_flows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      callback_urls: ["https://${var.domain}${var.signed_in_path}"],
    });
  });

  it("lets customers write nothing that decides what they may do", () => {
    expect(browser.write_attributes).toEqual(["email", "name"]);
  });

  it("does not tell who has an account", () => {
    expect(browser.prevent_user_existence_errors).toBe("ENABLED");
  });

  it("pays for threat protection only where the region file names its price", () => {
    expect(pool).not.toHaveProperty("user_pool_add_ons");
    const guarded = written(IdentityTier, { threatProtection: "for 0.02 USD a month and active customer" });
    expect(guarded.resource.aws_cognito_user_pool?.customers).toMatchObject({
      user_pool_tier: "PLUS",
      user_pool_add_ons: { advanced_security_mode: "ENFORCED" },
    });
  });

  it("sends mails by SES in its own region where a sender is named", () => {
    const { resource } = written(IdentityTier, { senderAddress: "shop@example.com" });
    expect(resource.aws_cognito_user_pool?.customers?.email_configuration).toMatchObject({
      email_sending_account: "DEVELOPER",
      source_arn: expect.stringMatching(/:ses:\$\{local.region\}:.*:identity\/example\.com$/),
    });
  });
});
