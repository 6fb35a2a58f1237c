import {
  GetIPSetCommand,
  GetLoggingConfigurationCommand,
  GetWebACLCommand,
  ListIPSetsCommand,
  ListResourcesForWebACLCommand,
  ListWebACLsCommand,
  type Scope,
} from "@aws-sdk/client-wafv2";
import type { Aws } from "../../aws";
import { given, unlessAbsent } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Web ACLs of load balancers, and the address sets that they name. */
export const regionalWebAcls: Reader = { service: "WAF", list: (aws) => list(aws, "REGIONAL") };

/** Web ACLs of CloudFront, and the address sets that they name. */
export const globalWebAcls: Reader = {
  service: "WAF of CloudFront",
  global: true,
  list: (aws) => list(aws, "CLOUDFRONT"),
};

async function list(aws: Aws, Scope: Scope): Promise<Item[]> {
  const [acls, sets] = await Promise.all([
    everyPage(async (NextMarker) => {
      const page = await aws.wafv2.send(new ListWebACLsCommand({ Scope, NextMarker }));
      return { items: page.WebACLs ?? [], next: page.NextMarker };
    }),
    everyPage(async (NextMarker) => {
      const page = await aws.wafv2.send(new ListIPSetsCommand({ Scope, NextMarker }));
      return { items: page.IPSets ?? [], next: page.NextMarker };
    }),
  ]);
  return Promise.all([
    ...acls.map(({ Id, Name, ARN }) => webAcl(aws, { Scope, Id: given(Id), Name: given(Name), arn: given(ARN) })),
    ...sets.map(({ Id, Name, ARN }) => ipSet(aws, { Scope, Id: given(Id), Name: given(Name), arn: given(ARN) })),
  ]);
}

interface Named {
  readonly Scope: Scope;
  readonly Id: string;
  readonly Name: string;
  readonly arn: string;
}

async function webAcl({ wafv2 }: Aws, { Scope, Id, Name, arn }: Named): Promise<Item> {
  const [{ WebACL }, logging, protects] = await Promise.all([
    wafv2.send(new GetWebACLCommand({ Scope, Id, Name })),
    unlessAbsent(wafv2.send(new GetLoggingConfigurationCommand({ ResourceArn: arn })), "WAFNonexistentItemException"),
    Scope === "REGIONAL"
      ? wafv2.send(new ListResourcesForWebACLCommand({ WebACLArn: arn, ResourceType: "APPLICATION_LOAD_BALANCER" }))
      : undefined,
  ]);
  return {
    type: "aws_wafv2_web_acl",
    id: arn,
    name: Name,
    settings: {
      scope: Scope,
      defaultAction: WebACL?.DefaultAction,
      rules: WebACL?.Rules,
      logsTo: logging?.LoggingConfiguration?.LogDestinationConfigs,
      redacted: logging?.LoggingConfiguration?.RedactedFields,
      protects: protects?.ResourceArns,
    },
  };
}

async function ipSet({ wafv2 }: Aws, { Scope, Id, Name, arn }: Named): Promise<Item> {
  const { IPSet } = await wafv2.send(new GetIPSetCommand({ Scope, Id, Name }));
  return {
    type: "aws_wafv2_ip_set",
    id: arn,
    name: Name,
    settings: { scope: Scope, version: IPSet?.IPAddressVersion, addresses: IPSet?.Addresses },
  };
}

async function everyPage<T>(
  page: (marker: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next?: string | undefined }>,
): Promise<T[]> {
  const found: T[] = [];
  let marker: string | undefined;
  do {
    const { items, next } = await page(marker);
    found.push(...items);
    marker = next;
  } while (marker);
  return found;
}
