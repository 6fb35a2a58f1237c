import {
  DescribeAddressesCommand,
  type EC2Client,
  paginateDescribeInstances,
  paginateDescribeVpcs,
  type Tag,
} from "@aws-sdk/client-ec2";
import { record } from "../../../dr/inventory/record";
import type { QuotaName } from "./quotas";
import { isStandard } from "./standard";

/** Whether what carries these tags takes from a quota what is needed. */
export type Counts = (tags: Readonly<Record<string, string | undefined>>) => boolean;

/** How much of a quota is taken already; 0 of those that AWS cannot be asked about. */
export async function used(quota: QuotaName, ec2: EC2Client, counts: Counts): Promise<number> {
  const some = <T extends { Tags?: Tag[] | undefined }>(found: readonly T[]): T[] =>
    found.filter(({ Tags = [] }) => counts(record(Tags)));
  switch (quota) {
    case "vpcs": {
      let there = 0;
      for await (const { Vpcs = [] } of paginateDescribeVpcs({ client: ec2 }, {})) there += some(Vpcs).length;
      return there;
    }
    case "addresses": {
      const { Addresses = [] } = await ec2.send(new DescribeAddressesCommand({}));
      return some(Addresses).length;
    }
    case "instances":
    case "spotInstances": {
      const lifecycle = quota === "spotInstances" ? "spot" : undefined;
      let vcpus = 0;
      const running = [{ Name: "instance-state-name", Values: ["pending", "running"] }];
      for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, { Filters: running }))
        for (const { InstanceLifecycle, InstanceType = "", CpuOptions } of some(
          Reservations.flatMap(({ Instances = [] }) => Instances),
        ))
          if (InstanceLifecycle === lifecycle && isStandard(InstanceType))
            vcpus += (CpuOptions?.CoreCount ?? 0) * (CpuOptions?.ThreadsPerCore ?? 1);
      return vcpus;
    }
    default:
      return 0;
  }
}
