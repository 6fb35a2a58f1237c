import { EC2Client, paginateDescribeInstanceTypes } from "@aws-sdk/client-ec2";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import type { LiveRegion } from "../../regions/schema/region-schema";
import { messageOf } from "../../terraform/failures";
import { limitOf } from "./limit";
import { needsOf, typesOf } from "./needs";
import { type Quota, quotaNames, quotas } from "./quotas";
import { type Counts, usage } from "./used";

/** AWS in a region, as far as quotas are concerned. */
export interface QuotasThere {
  readonly ec2: EC2Client;
  readonly serviceQuotas: ServiceQuotasClient;
}

/** What asking for quotas and for what is there takes. */
export const quotaActions =
  "servicequotas:GetServiceQuota, servicequotas:GetAWSDefaultServiceQuota, ec2:DescribeAddresses, ec2:DescribeInstances, ec2:DescribeInstanceTypes and ec2:DescribeVpcs";

/** A quota of a region, and what a region that runs the shop takes of it beside what is there. */
export interface Compared {
  readonly quota: Quota;
  readonly needs: number;
  readonly limit: number;
  readonly taken: number;
}

/** Quotas that were compared, and those that could not be, by why. */
export interface Comparison {
  readonly compared: readonly Compared[];
  readonly unknown: ReadonlyMap<string, readonly Quota[]>;
}

interface Asked {
  /** The region whose shop it runs. */
  readonly live: LiveRegion;
  readonly counts: Counts;
  readonly aws: QuotasThere;
}

/** Compares the quotas of a region with what it would take to run a live region's shop there. Throws where no type can be looked up. */
export async function compareQuotas({ live, counts, aws }: Asked): Promise<Comparison> {
  const needs = needsOf(live, await vcpusOf(typesOf(live), aws.ec2));
  const used = usage(aws.ec2, counts);
  const unknown = new Map<string, Quota[]>();
  const compared = await Promise.all(
    quotaNames
      .filter((one) => needs[one] > 0)
      .map(async (name): Promise<Compared[]> => {
        const quota = quotas[name];
        try {
          const [limit, taken] = await Promise.all([limitOf(quota, aws.serviceQuotas), used(name)]);
          return [{ quota, needs: needs[name], limit, taken }];
        } catch (error) {
          const why = messageOf(error);
          unknown.set(why, [...(unknown.get(why) ?? []), quota]);
          return [];
        }
      }),
  );
  return { compared: compared.flat(), unknown };
}

/** Whether what is left of a quota is enough. */
export const suffices = ({ needs, limit, taken }: Compared): boolean => limit - taken >= needs;

/** A quota that does not suffice in a region, in words. */
export const shortage = (region: string, { quota, needs, limit, taken }: Compared): string =>
  `${region} needs ${needs} ${quota.counts}, and of ${limit} ${taken > 0 ? `${taken} are in use beside it` : "none is in use"}`;

/** What asks AWS to raise a quota to what is needed. */
export const raising = (region: string, { quota: { service, code }, needs, taken }: Compared): string =>
  `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value ${taken + needs}`;

/** How many vCPUs each of these types has, of those that the region has. */
async function vcpusOf(types: readonly string[], ec2: EC2Client): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (types.length === 0) return found;
  const Filters = [{ Name: "instance-type", Values: [...types] }];
  for await (const { InstanceTypes = [] } of paginateDescribeInstanceTypes({ client: ec2 }, { Filters }))
    for (const { InstanceType = "", VCpuInfo } of InstanceTypes) found.set(InstanceType, VCpuInfo?.DefaultVCpus ?? 0);
  return new Map(types.flatMap((type) => (found.has(type) ? [[type, found.get(type) ?? 0]] : [])));
}

/** Milliseconds after which a service that does not answer is one that cannot be asked. */
export const patience = { connectionTimeout: 5_000, requestTimeout: 20_000 };

/** AWS itself, with the caller's credentials. */
export const quotasThere = (region: string): QuotasThere => ({
  ec2: new EC2Client({ region, requestHandler: patience }),
  serviceQuotas: new ServiceQuotasClient({ region, requestHandler: patience }),
});
