import { EC2Client, paginateDescribeInstanceTypes } from "@aws-sdk/client-ec2";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { targets } from "../../../dr/targets";
import { type Environment, liveRegions } from "../../../regions/schema/environment";
import type { LiveRegion } from "../../../regions/schema/region-schema";
import { asking } from "../asking";
import { type Finding, of } from "../finding";
import { isOurs } from "../is-ours";
import { limitOf } from "./limit";
import { needsOf, typesOf } from "./needs";
import { quotaNames, quotas } from "./quotas";
import { type Counts, used } from "./used";

const { ok, wrong } = of("account");

/** AWS in a region, as far as quotas are concerned. */
export interface QuotasThere {
  readonly ec2: EC2Client;
  readonly serviceQuotas: ServiceQuotasClient;
}

/** Whether the quotas of each region that runs the shop, or in which it is rebuilt, suffice for it beside what else is there. */
export const quotaFindings = async (
  environment: Environment,
  aws: (region: string) => QuotasThere = quotasThere,
): Promise<Finding[]> => {
  const counts: Counts = (tags) => !isOurs(environment, tags);
  const found = await Promise.all(
    placesOf(environment).map(([region, live]) => inRegion(region, { live, counts, aws: aws(region) })),
  );
  return found.flat();
};

/** Each region with the one whose shop it runs: live regions with themselves, targets with what is lost. */
const placesOf = (environment: Environment): [string, LiveRegion][] =>
  liveRegions(environment).flatMap((live): [string, LiveRegion][] => [
    [live.name, live],
    ...targets.filter(({ lost }) => lost === live.name).map(({ region }): [string, LiveRegion] => [region, live]),
  ]);

interface Place {
  readonly live: LiveRegion;
  readonly counts: Counts;
  readonly aws: QuotasThere;
}

const actions =
  "servicequotas:GetServiceQuota, servicequotas:GetAWSDefaultServiceQuota, ec2:DescribeAddresses, ec2:DescribeInstances, ec2:DescribeInstanceTypes and ec2:DescribeVpcs";

async function inRegion(region: string, { live, counts, aws }: Place): Promise<Finding[]> {
  const what = `whether the quotas of ${region} suffice`;
  return asking({ what, actions }, async () => {
    const needs = needsOf(live, await vcpusOf(typesOf(live), aws.ec2));
    const sufficient: string[] = [];
    const problems: Finding[] = [];
    for (const name of quotaNames.filter((one) => needs[one] > 0)) {
      const { service, code, counts: unit } = quotas[name];
      const [limit, taken] = await Promise.all([limitOf(quotas[name], aws.serviceQuotas), used(name, aws.ec2, counts)]);
      if (limit - taken >= needs[name]) sufficient.push(`${needs[name]} of ${limit - taken} ${unit}`);
      else
        problems.push(
          wrong(
            `${region} needs ${needs[name]} ${unit}, and of ${limit} ${taken > 0 ? `others use ${taken}` : "none is in use"}`,
            `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value ${taken + needs[name]}`,
          ),
        );
    }
    return [
      ...(sufficient.length > 0
        ? [ok(`quotas of ${region} that suffice for ${live.name}: ${sufficient.join(", ")}`)]
        : []),
      ...problems,
    ];
  });
}

/** How many vCPUs each of these types has, of those that the region has. */
async function vcpusOf(types: readonly string[], ec2: EC2Client): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (types.length === 0) return found;
  const Filters = [{ Name: "instance-type", Values: [...types] }];
  for await (const { InstanceTypes = [] } of paginateDescribeInstanceTypes({ client: ec2 }, { Filters }))
    for (const { InstanceType = "", VCpuInfo } of InstanceTypes) found.set(InstanceType, VCpuInfo?.DefaultVCpus ?? 0);
  return new Map(types.flatMap((type) => (found.has(type) ? [[type, found.get(type) ?? 0]] : [])));
}

const quotasThere = (region: string): QuotasThere => ({
  ec2: new EC2Client({ region }),
  serviceQuotas: new ServiceQuotasClient({ region }),
});
