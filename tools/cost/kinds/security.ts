import { blocksIn, lengthOf, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, noPrice, type Part, priced, within } from "../kind";
import type { Use } from "../use";

export const security: Readonly<Record<string, Kind>> = {
  aws_kms_key: priced((key, use) => [
    {
      what: "versions of the key",
      sku: "kms.key.month",
      quantity: key.values.enable_key_rotation === true ? use.of("keyVersions") : 1,
      per: "hour",
    },
    { what: "requests", sku: "kms.requests.per10k", quantity: use.share("kmsRequestsMillion", key) * 100, per: "use" },
  ]),
  aws_kms_alias: free("names are free"),
  aws_secretsmanager_secret: priced(secret),
  aws_secretsmanager_secret_version: within("the secret"),
  aws_guardduty_detector: priced((detector, use) => [
    {
      what: "management events",
      sku: "guardduty.cloudtrail.perM",
      quantity: use.share("guardDutyEventsMillion", detector),
      per: "use",
    },
    ...(use.all("aws_vpc").some(({ region }) => region === detector.region)
      ? [
          {
            what: "flow and DNS logs",
            sku: "guardduty.flowdns.gb.0-500",
            quantity: use.of("flowLogGb") / networks(use),
            per: "use",
          } as const,
        ]
      : []),
  ]),
  aws_guardduty_detector_feature: priced((feature) =>
    feature.values.status === "DISABLED"
      ? []
      : [{ noPrice: `GuardDuty's protection ${textIn(feature.values, "name")}, by usage` }],
  ),
  aws_config_configuration_recorder: priced((recorder, use) => [
    {
      what: "recorded changes",
      sku: recordsDaily(recorder.values) ? "config.item.daily" : "config.item",
      quantity: use.share("configItems", recorder),
      per: "use",
    },
  ]),
  aws_config_config_rule: priced((rule, use) => [
    { what: "evaluations", sku: "config.rule.eval.0-100k", quantity: use.share("configEvaluations", rule), per: "use" },
  ]),
  aws_config_configuration_recorder_status: within("the recorder"),
  aws_config_delivery_channel: within("the bucket that it writes to"),
  aws_accessanalyzer_analyzer: free("analysis of access from outside is free"),
  aws_cloudtrail: free("the first trail of management events is free; its objects are in the bucket's price"),
  aws_shield_subscription: priced(() => [
    {
      what: "Shield Advanced, for a year at least",
      sku: "shield.advanced.month",
      quantity: 1,
      per: "month",
      apart: true,
    },
  ]),
  aws_shield_protection: within("the subscription"),
  aws_wafv2_web_acl: priced(firewall),
  aws_wafv2_web_acl_association: free("in the web ACL's price"),
  aws_wafv2_web_acl_logging_configuration: noPrice("delivery of the firewall's log to a bucket"),
  aws_wafv2_ip_set: free("in the web ACL's price"),
  aws_acm_certificate: free("public certificates are free"),
  aws_acm_certificate_validation: free("public certificates are free"),
  aws_acmpca_certificate_authority: priced(({ values }) => [
    {
      what: "authority",
      sku: values.usage_mode === "SHORT_LIVED_CERTIFICATE" ? "acmpca.shortlived.month" : "acmpca.general.month",
      quantity: 1,
      per: "hour",
    },
  ]),
  aws_acmpca_certificate: free("of the authority itself: in its price"),
  aws_acmpca_certificate_authority_certificate: free("of the authority itself: in its price"),
  aws_acmpca_permission: free("permissions are free"),
  aws_iam_role: free("IAM is free"),
  aws_iam_role_policy: free("IAM is free"),
  aws_iam_role_policy_attachment: free("IAM is free"),
  aws_iam_policy: free("IAM is free"),
  aws_iam_instance_profile: free("IAM is free"),
  aws_iam_service_linked_role: free("IAM is free"),
  aws_iam_account_password_policy: free("IAM is free"),
  aws_iam_openid_connect_provider: free("IAM is free"),
  aws_backup_region_settings: free("a setting of the account is free"),
  aws_ebs_encryption_by_default: free("a setting of the account is free"),
  aws_cognito_user_pool: priced((pool, use) => [
    {
      what: "customers",
      sku: pool.values.user_pool_tier === "LITE" ? "cognito.lite.mau.tier1" : "cognito.essentials.mau",
      quantity: use.share("customersBeyondFree", pool),
      per: "use",
    },
  ]),
  aws_cognito_user_pool_client: within("the user pool"),
  aws_cognito_user_pool_domain: free("a domain of the user pool is free"),
  aws_drs_replication_configuration_template: noPrice("each server that Elastic Disaster Recovery replicates"),
};

const recordsDaily = (recorder: ValuedResource["values"]): boolean =>
  blocksIn(recorder, "recording_mode").some((mode) => mode.recording_frequency === "DAILY");

const networks = (use: Use): number => Math.max(1, use.all("aws_vpc").length);

/** Each replica is charged like a secret of its own, where it is. */
function secret(resource: ValuedResource, use: Use): Part[] {
  const replicas = blocksIn(resource.values, "replica").map(({ region }) => String(region));
  return [
    { what: "secret", sku: "secrets.secret.month", quantity: 1, per: "hour" },
    ...replicas.map(
      (region): Part => ({
        what: `replica in ${region}`,
        sku: "secrets.secret.month",
        region,
        quantity: 1,
        per: "hour",
      }),
    ),
    { what: "reads", sku: "secrets.api.per10k", quantity: use.share("secretReadsMillion", resource) * 100, per: "use" },
  ];
}

/** A managed group of rules counts as one rule. Requests are those of customers, or those that pass CloudFront. */
function firewall(resource: ValuedResource, use: Use): Part[] {
  const { values } = resource;
  const edge = values.scope === "CLOUDFRONT";
  const passed = edge ? 1 : use.of("originShare") / use.entrances;
  return [
    { what: "web ACL", sku: edge ? "waf.cloudfront.webacl.month" : "waf.webacl.month", quantity: 1, per: "hour" },
    { what: "rules", sku: "waf.rule.month", quantity: lengthOf(values, "rule") ?? 0, per: "hour" },
    { what: "requests", sku: "waf.requests.perM", quantity: use.of("requestsMillion") * passed, per: "use" },
  ];
}
