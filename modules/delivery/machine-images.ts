import { AmiCopy } from "@cdktf/provider-aws/lib/ami-copy";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import type { Construct } from "constructs";

/** The AMIs of a region's own instances, each under the SSM parameter that services find it by. */
export function ownImages(scope: Construct, images: Readonly<Record<string, string>>): void {
  for (const [name, id] of Object.entries(images)) parameter(scope, name, id);
}

/** AMIs of other regions, by the parameter that has the same name here; and the key and prefix that copies get. */
export interface Copied {
  readonly images: Readonly<Record<string, { readonly id: string; readonly region: string }>>;
  readonly namePrefix: string;
  readonly keyArn: string;
}

/**
 * Copies of other regions' AMIs, encrypted, and their parameters: from then on nothing here needs those regions.
 *
 * The parameter names the new copy before the old one goes, which two names for the two make possible.
 */
export function copiedImages(scope: Construct, { images, namePrefix, keyArn }: Copied): void {
  for (const [name, { id, region }] of Object.entries(images)) {
    const copy = new AmiCopy(scope, `${role(name)}-copy`, {
      name: `${namePrefix}${name}/${id}`,
      description: `Copy of ${id} in ${region}`,
      sourceAmiId: id,
      sourceAmiRegion: region,
      encrypted: true,
      kmsKeyId: keyArn,
      lifecycle: { createBeforeDestroy: true },
    });
    parameter(scope, name, copy.id);
  }
}

/** Of the data type that makes AWS refuse what is no AMI of the region. */
const parameter = (scope: Construct, name: string, id: string): SsmParameter =>
  new SsmParameter(scope, `${role(name)}-parameter`, {
    name,
    description: "AMI id",
    type: "String",
    dataType: "aws:ec2:image",
    insecureValue: id, // no secret: a plan should show it
  });

const role = (name: string): string => name.slice(1).replace(/[^A-Za-z0-9]/g, "-");
