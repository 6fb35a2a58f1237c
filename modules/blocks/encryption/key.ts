import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import { administration } from "./administration";

export interface KeyOptions {
  readonly home: Home;
  readonly description: string;
  /** Name for people, `alias/` included. */
  readonly alias: string;
  /** Who may encrypt and decrypt with it, and through what. */
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
  /** Days between rotations; AWS's own 365 when absent. */
  readonly rotationDays?: number;
  /** Days that a deleted key can be brought back; AWS's own 30 when absent. */
  readonly deletionWindowDays?: number;
}

/**
 * A rotating KMS key with an alias, and a policy that admits administrators and who the given statements name, nobody else.
 *
 * The account administers it, but cannot read with it: an IAM policy alone, even `kms:*`, decrypts nothing before the
 * key's policy is changed. Changing it is administration, too.
 */
export function key(scope: Construct, id: string, options: KeyOptions): KmsKey {
  const policy = new DataAwsIamPolicyDocument(scope, `${id}-key`, {
    statement: [administration(options.home), ...options.statements],
  });
  const made = new KmsKey(scope, id, {
    description: options.description,
    policy: policy.json,
    // KMS makes no key for who may not change its policy later, as roles of workflows may not, unless it is told so.
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
    bypassPolicyLockoutSafetyCheck: true,
    enableKeyRotation: true,
    rotationPeriodInDays: options.rotationDays,
    deletionWindowInDays: options.deletionWindowDays,
  });
  new KmsAlias(scope, `${id}-alias`, { name: options.alias, targetKeyId: made.keyId });
  return made;
}
