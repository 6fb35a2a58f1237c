import { BackupClient } from "@aws-sdk/client-backup";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import type { LimitsThere } from "../../dr/account/refuse-limits";

/** vCPUs of the instance types that every region has. */
export const vcpus = new Map([
  ["t4g.small", 2],
  ["t4g.medium", 2],
  ["m6g.medium", 1],
  ["x2gd.large", 2],
]);

export interface There {
  /** Quotas by code; what is missing has only AWS's default. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly defaults?: number;
  readonly vpcs?: readonly object[];
  readonly addresses?: readonly object[];
  readonly instances?: readonly object[];
  /** Whether a region that must be enabled is. */
  readonly enabled?: boolean;
  /** Types that AWS Backup backs up. */
  readonly backedUp?: readonly string[];
  /** What AWS does not let the caller ask for: a quota by its code, or an operation. */
  readonly denied?: RegExp;
}

/** AWS in every region, with these limits and so much in use; `asked` is told each operation. */
export function limitsOf(there: There, asked: string[] = []): () => LimitsThere {
  const { limits = {}, defaults = 1000, vpcs = [], addresses = [], instances = [], enabled = true } = there;
  const { denied = /^$/ } = there;
  const answers: Readonly<Record<string, object>> = {
    DescribeVpcs: { Vpcs: vpcs },
    DescribeAddresses: { Addresses: addresses },
    DescribeInstances: { Reservations: [{ Instances: instances }] },
    DescribeInstanceTypes: {
      InstanceTypes: [...vcpus].map(([InstanceType, DefaultVCpus]) => ({ InstanceType, VCpuInfo: { DefaultVCpus } })),
    },
    DescribeRegions: {
      Regions: [{ RegionName: "eu-south-2", OptInStatus: enabled ? "opted-in" : "not-opted-in" }],
    },
    DescribeRegionSettings: {
      ResourceTypeOptInPreference: Object.fromEntries((there.backedUp ?? ["Aurora", "RDS"]).map((one) => [one, true])),
    },
    GetAWSDefaultServiceQuota: { Quota: { Value: defaults } },
  };
  const send = async (command: object) => {
    const name = command.constructor.name.replace(/Command$/, "");
    const code = "input" in command ? (command.input as { QuotaCode?: string }).QuotaCode : undefined;
    asked.push(name);
    if (denied.test(code ?? name)) throw Object.assign(new Error("not allowed"), { name: "AccessDeniedException" });
    if (name !== "GetServiceQuota") return answers[name] ?? {};
    const Value = limits[code ?? ""];
    if (Value === undefined) throw Object.assign(new Error("none"), { name: "NoSuchResourceException" });
    return { Quota: { Value } };
  };
  return () => {
    const region = "eu-west-1";
    const [ec2, serviceQuotas, backup] = [
      new EC2Client({ region }),
      new ServiceQuotasClient({ region }),
      new BackupClient({ region }),
    ];
    for (const client of [ec2, serviceQuotas, backup]) client.send = send;
    return { ec2, serviceQuotas, backup };
  };
}
