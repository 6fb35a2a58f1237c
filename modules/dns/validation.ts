import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";

/** The record that ACM wants to see for a name of a certificate. */
export interface ValidationRecord {
  readonly recordName: string;
  readonly recordType: string;
  readonly recordValue: string;
}

/**
 * Looks up a certificate's validation record by name; `name` is one token, because cdktf puts it into the expression.
 *
 * So each record has an address of its own, and neither `for_each` nor the order of a set is in the plan.
 */
export function validationOf(certificate: AcmCertificate, name: string): ValidationRecord {
  const options = `${certificate.terraformResourceType}.${certificate.friendlyUniqueId}.domain_validation_options`;
  const attribute = (of: string) =>
    `\${one([for option in ${options} : option.${of} if option.domain_name == ${name}])}`;
  return {
    recordName: attribute("resource_record_name"),
    recordType: attribute("resource_record_type"),
    recordValue: attribute("resource_record_value"),
  };
}
