import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { baselineContract } from "./contract";

type C = typeof baselineContract;

/** The baseline of a region: every new volume in it is encrypted, whoever makes it. */
export class BaselineTier extends Construct implements Outputs<C> {
  static readonly contract = baselineContract;

  constructor(scope: Construct, id: string, _inputs: Inputs<C>) {
    super(scope, id);

    new EbsEncryptionByDefault(this, "volumes", { enabled: true });
  }
}
