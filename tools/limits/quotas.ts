/** A quota of AWS's, by the codes that Service Quotas has for it. */
export interface Quota {
  readonly service: string;
  readonly code: string;
  /** What it counts, after a number. */
  readonly counts: string;
}

/** The quotas of a region that a first deploy meets. Codes are the same in every account. */
export const quotas = {
  vpcs: { service: "vpc", code: "L-F678F1CE", counts: "VPCs" },
  addresses: { service: "ec2", code: "L-0263D0A3", counts: "Elastic IP addresses" },
  instances: { service: "ec2", code: "L-1216C47A", counts: "vCPUs of on-demand standard instances" },
  spotInstances: { service: "ec2", code: "L-34B43A08", counts: "vCPUs of standard Spot instances" },
  tasks: { service: "fargate", code: "L-3032A538", counts: "vCPUs of Fargate tasks" },
  spotTasks: { service: "fargate", code: "L-36FBB829", counts: "vCPUs of Fargate Spot tasks" },
  functions: { service: "lambda", code: "L-B99A9384", counts: "concurrent executions of Lambda" },
} as const satisfies Readonly<Record<string, Quota>>;

export type QuotaName = keyof typeof quotas;
export const quotaNames = Object.keys(quotas) as QuotaName[];
