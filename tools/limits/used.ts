import {
  DescribeAddressesCommand,
  type EC2Client,
  paginateDescribeInstances,
  paginateDescribeVpcs,
  type Tag,
} from "@aws-sdk/client-ec2";
import { record } from "../../dr/inventory/record";
import type { QuotaName } from "./quotas";
import { isStandard } from "./standard";

/** Whether what carries these tags takes from a quota what is needed. */
export type Counts = (tags: Readonly<Record<string, string | undefined>>) => boolean;

/** How much of quotas is taken already in a region; 0 of those that AWS cannot be asked about. Instances are asked for once. */
export function usage(ec2: EC2Client, counts: Counts): (quota: QuotaName) => Promise<number> {
  const some = <T extends { Tags?: Tag[] | undefined }>(found: readonly T[]): T[] =>
    found.filter(({ Tags = [] }) => counts(record(Tags)));

  const vpcs = async (): Promise<number> => {
    let there = 0;
    for await (const { Vpcs = [] } of paginateDescribeVpcs({ client: ec2 }, {})) there += some(Vpcs).length;
    return there;
  };
  const addresses = async (): Promise<number> =>
    some((await ec2.send(new DescribeAddressesCommand({}))).Addresses ?? []).length;

  const vcpus = async () => {
    const taken = { onDemand: 0, spot: 0 };
    const Filters = [{ Name: "instance-state-name", Values: ["pending", "running"] }];
    for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, { Filters }))
      for (const { InstanceLifecycle, InstanceType = "", CpuOptions } of some(
        Reservations.flatMap(({ Instances = [] }) => Instances),
      ))
        if (isStandard(InstanceType))
          taken[InstanceLifecycle === "spot" ? "spot" : "onDemand"] +=
            (CpuOptions?.CoreCount ?? 0) * (CpuOptions?.ThreadsPerCore ?? 1);
    return taken;
  };
  let asked: ReturnType<typeof vcpus> | undefined;
  const running = () => (asked ??= vcpus());

  return async (quota) => {
    if (quota === "vpcs") return vpcs();
    if (quota === "addresses") return addresses();
    if (quota === "instances") return (await running()).onDemand;
    if (quota === "spotInstances") return (await running()).spot;
    return 0;
  };
}
