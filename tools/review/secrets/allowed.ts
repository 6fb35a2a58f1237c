/**
 * What looks like a secret and is none, by type of resource: names of attributes and, after a dot, of what is below them. Neither a
 * name nor a random look hides it; a mark of Terraform's, or the form of a known token, still does.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // "optional" and "required": whether an instance's metadata wants a token
  aws_instance: ["metadata_options.http_tokens"],
  aws_launch_template: ["metadata_options.http_tokens"],
  aws_launch_configuration: ["metadata_options.http_tokens"],
  aws_ec2_instance_metadata_defaults: ["http_tokens"],
  // "minutes" and "days"
  aws_cognito_user_pool_client: ["token_validity_units", "explicit_auth_flows"],
  // A name that its maker gives, so that it is made once
  aws_efs_file_system: ["creation_token"],
  // What everybody can ask for: names and records of DNS
  aws_route53_record: ["name", "fqdn", "records", "alias"],
  aws_acm_certificate: ["domain_validation_options", "certificate_body", "certificate_chain"],
  aws_acm_certificate_validation: ["validation_record_fqdns"],
  aws_sesv2_email_identity: ["dkim_signing_attributes.tokens"],
  aws_ses_domain_dkim: ["dkim_tokens"],
  aws_ses_domain_identity: ["verification_token"],
  // Public halves of pairs
  aws_key_pair: ["public_key"],
  aws_cloudfront_public_key: ["encoded_key"],
  aws_iam_server_certificate: ["certificate_body", "certificate_chain"],
  aws_iam_openid_connect_provider: ["thumbprint_list", "client_id_list"],
  // Digests of what is deployed
  aws_lambda_function: ["source_code_hash", "code_sha256"],
  aws_lambda_layer_version: ["source_code_hash", "code_sha256"],
  aws_s3_object: ["etag", "source_hash", "content_base64sha256", "version_id"],
  // Who is expected to use what a rule of a web ACL inspects
  aws_wafv2_web_acl: ["token_domains", "challenge_config", "captcha_config"],
};

/** Whether anything of a type looks like a secret and is none. */
export const hasAllowed = (type: string): boolean => Object.hasOwn(allowed, type);

/** Whether an attribute of a type is known to hold no secret; what is below it is told by its names, without lists' members. */
export const isAllowed = (type: string, path: readonly string[]): boolean => {
  const names = path.filter((name) => name !== "*").join(".");
  return (allowed[type] ?? []).some((one) => names === one || names.startsWith(`${one}.`));
};
