import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import { snake } from "./naming";

/** Scopes that only keep ids apart, and so are not part of an address. */
export const hidden = {
  tier: "tier",
  variables: "variables",
  locals: "locals",
  outputs: "outputs",
  states: "states",
} as const;

/**
 * A stack whose addresses are paths, without hashes: `aws_subnet.private_a`, the same in every root that calls it.
 *
 * Two ids that give one address throw (cdktf would merge the resources). So does a number that is a token in disguise:
 * somebody calculated with a late number, and Terraform would get garbage.
 */
export abstract class AddressedStack extends TerraformStack {
  private readonly owners = new Map<string, string>();

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : (element as Node);
    const [first, ...rest] = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const path = first !== undefined && first in invisible ? rest : [first ?? "", ...rest];
    const id = snake(path.join("_"));
    const kind = element instanceof TerraformResource ? element.terraformResourceType : element.constructor.name;
    const owner = this.owners.get(`${kind}.${id}`);
    if (owner !== undefined && owner !== node.path)
      throw new Error(`${owner} and ${node.path} both have the address ${kind}.${id}. Rename one of them.`);
    this.owners.set(`${kind}.${id}`, node.path);
    return id;
  }

  /** cdktf resolves a whole stack beforehand, to find references to other stacks; tiers refer by contract only. */
  override prepareStack(): void {}

  override toTerraform(): Record<string, unknown> {
    const written = super.toTerraform() as Record<string, unknown>;
    refuseNumberTokens(this.node.id, written);
    return written;
  }
}

const invisible: Readonly<Record<string, unknown>> = Object.fromEntries(Object.values(hidden).map((id) => [id, true]));

/** cdktf encodes a number token as a number below this; every real one lies above. */
const largestNumberToken = -1e200;
const numberTokenInText = /-\d(?:\.\d+)?e\+2\d\d/;

function refuseNumberTokens(path: string, value: unknown): void {
  if (typeof value === "number" && value < largestNumberToken) {
    throw new Error(
      `${path}: ${value} is a late number that was calculated with. Use times() of modules/core/late.ts.`,
    );
  }
  if (typeof value === "string" && numberTokenInText.test(value)) {
    throw new Error(`${path}: a late number was written into a text by number() or times(). Write it without them.`);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseNumberTokens(`${path}.${key}`, inner);
}
