import { ref, TerraformElement, Token } from "cdktf";
import type { Construct } from "constructs";

interface EphemeralOptions {
  /** Terraform's name for it: "aws_secretsmanager_random_password". */
  readonly type: string;
  /** Its arguments, by Terraform's names. */
  readonly given: Readonly<Record<string, unknown>>;
}

/**
 * An ephemeral resource: Terraform opens it anew for each plan and apply, and keeps what it gives in no plan, state or log.
 *
 * Only write-only arguments, and other ephemeral resources, can be given its values.
 * cdktf 0.21 does not know these blocks: https://developer.hashicorp.com/terraform/language/block/ephemeral
 */
export class Ephemeral extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly options: EphemeralOptions,
  ) {
    super(scope, id);
  }

  /** One of its attributes, by Terraform's name. */
  value(attribute: string): string {
    return Token.asString(ref(`ephemeral.${this.options.type}.${this.friendlyUniqueId}.${attribute}`, this.cdktfStack));
  }

  override toTerraform(): object {
    const { type, given } = this.options;
    return { ephemeral: { [type]: { [this.friendlyUniqueId]: given } } };
  }
}
