import { blocksIn, numberIn, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, type Part, priced, within } from "../kind";
import type { Use } from "../use";

/** Metrics that detailed monitoring publishes for an instance. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-basic-detailed.html */
const detailedMetrics = 7;

export const compute: Readonly<Record<string, Kind>> = {
  aws_autoscaling_group: priced(group),
  aws_launch_template: within("the group that starts it"),
  aws_autoscaling_policy: free("scaling is free; its alarms are the service's"),
  aws_appautoscaling_target: within("the service that it scales"),
  aws_appautoscaling_policy: free("scaling is free; its alarms are the service's"),
  aws_ecs_cluster: priced(({ values }) =>
    blocksIn(values, "setting").some(({ name, value }) => name === "containerInsights" && value !== "disabled")
      ? [{ noPrice: "metrics and logs of Container Insights" }]
      : [],
  ),
  aws_ecs_cluster_capacity_providers: free("a capacity provider is free"),
  aws_ecs_service: priced(service),
  aws_ecs_task_definition: within("the service that runs it"),
  aws_lambda_function: priced(lambda),
  aws_lambda_event_source_mapping: free("polling is in the price of the queue's requests"),
  aws_lambda_permission: free("permissions are free"),
  aws_ami_copy: priced((image, use) => [
    {
      what: "snapshot of the image",
      sku: "ebs.snapshot.gbmonth",
      quantity: use.share("imagesGb", image),
      per: "month",
    },
  ]),
};

/** How many run: what is reserved on demand, and what comes and goes on Spot. */
function group(resource: ValuedResource, use: Use): (Part | { readonly noPrice: string })[] {
  const { values, region, tier, root } = resource;
  const minimum = numberIn(values, "min_size") ?? 0;
  const average = minimum + use.of("scaledOutShare") * ((numberIn(values, "max_size") ?? minimum) - minimum);
  const [policy = {}] = blocksIn(values, "mixed_instances_policy");
  const [split = {}] = blocksIn(policy, "instances_distribution");
  const base = Math.min(average, numberIn(split, "on_demand_base_capacity") ?? 0);
  const onDemand =
    base + ((average - base) * (numberIn(split, "on_demand_percentage_above_base_capacity") ?? 100)) / 100;
  const template = use.all("aws_launch_template").find((one) => one.root === root && one.tier === tier);
  const types = typesOf(policy, template);
  const type = chosen(types, region, use);
  const off = use.book.discount("spot", type, region);
  const kept = ((off?.percent ?? 0) / 100) * use.of("spotDiscountKept");
  return [
    { what: "instances on demand", sku: type, quantity: onDemand * use.hours, per: "hour" },
    {
      what: "instances on Spot",
      sku: type,
      quantity: (average - onDemand) * use.hours,
      per: "hour",
      factor: 1 - kept,
      uncertain: spotDoubt(off),
    },
    ...volumesOf(template, average),
    ...types
      .filter((one) => one !== type && !use.book.find(one, region))
      .map((one) => ({ noPrice: `${one.replace(/^ec2\./, "")} in ${region}, where the group gets it` })),
  ];
}

/** Spot changes by the hour; what was known once is an order of magnitude. */
const spotDoubt = (off: { of: string } | undefined): string =>
  off === undefined ? "no Spot price known: as on demand" : `Spot: ${off.of}`;

/** The types that a group may start, in its order of preference. */
function typesOf(policy: Readonly<Record<string, unknown>>, template: ValuedResource | undefined): string[] {
  const named = blocksIn(policy, "launch_template").flatMap((one) => blocksIn(one, "override"));
  const types = named.flatMap((one) => textIn(one, "instance_type") ?? []);
  const own = template && textIn(template.values, "instance_type");
  return (types.length > 0 ? types : [own ?? "unknown"]).map((one) => `ec2.${one}`);
}

/** The first type on the average; the cheapest and the dearest that have a price here at the ends. */
function chosen(types: readonly string[], region: string, use: Use): string {
  const [first = "ec2.unknown"] = types;
  const { instanceType } = use.quantities;
  if (instanceType === "expected") return first;
  const byPrice = types
    .map((sku) => ({ sku, usd: use.book.find(sku, region)?.usd }))
    .filter((one): one is { sku: string; usd: number } => one.usd !== undefined)
    .sort((one, other) => one.usd - other.usd);
  return (instanceType === "low" ? byPrice[0] : byPrice.at(-1))?.sku ?? first;
}

const volumesOf = (template: ValuedResource | undefined, average: number): Part[] => {
  if (!template) return [];
  const disks = blocksIn(template.values, "block_device_mappings").flatMap((one) => blocksIn(one, "ebs"));
  const gib = disks.reduce((sum, disk) => sum + (numberIn(disk, "volume_size") ?? 0), 0);
  const [monitoring = {}] = blocksIn(template.values, "monitoring");
  return [
    { what: "volumes", sku: "ebs.gp3.gbmonth", quantity: gib * average, per: "hour" },
    ...(monitoring.enabled === true || monitoring.enabled === "true"
      ? [
          {
            what: "detailed monitoring",
            sku: "cw.metric.custom.month.0-10k",
            quantity: detailedMetrics * average,
            per: "hour",
          } as const,
        ]
      : []),
  ];
};

/** Tasks that run on demand as a base, and those beyond on Spot, where a provider of Spot is named. */
function service(resource: ValuedResource, use: Use): Part[] {
  const { root, tier, values, region } = resource;
  const beside = (type: string) => use.all(type).find((one) => one.root === root && one.tier === tier);
  const task = beside("aws_ecs_task_definition")?.values ?? {};
  const target = beside("aws_appautoscaling_target")?.values ?? {};
  const minimum = numberIn(target, "min_capacity") ?? numberIn(values, "desired_count") ?? 1;
  const average = minimum + use.of("scaledOutShare") * ((numberIn(target, "max_capacity") ?? minimum) - minimum);
  const providers = blocksIn(values, "capacity_provider_strategy");
  const base = numberIn(providers.find((one) => one.capacity_provider === "FARGATE") ?? {}, "base") ?? average;
  const onSpot = providers.some((one) => one.capacity_provider === "FARGATE_SPOT") ? Math.max(0, average - base) : 0;
  const [platform = {}] = blocksIn(task, "runtime_platform");
  const kind = textIn(platform, "cpu_architecture") === "ARM64" ? "arm" : "x86";
  const off = use.book.discount("fargate-spot", `fargate.${kind}`, region);
  const spot = {
    factor: 1 - ((off?.percent ?? 0) / 100) * use.of("spotDiscountKept"),
    uncertain: spotDoubt(off),
  };
  return [
    ...tasks("on demand", { kind, task, hours: (average - onSpot) * use.hours }),
    ...tasks("on Spot", { kind, task, hours: onSpot * use.hours }).map((part) => ({ ...part, ...spot })),
  ];
}

const tasks = (
  how: string,
  { kind, task, hours }: { kind: string; task: Readonly<Record<string, unknown>>; hours: number },
): Part[] => [
  {
    what: `processors of tasks ${how}`,
    sku: `fargate.${kind}.vcpuhour`,
    quantity: (hours * (numberIn(task, "cpu") ?? 0)) / 1_024,
    per: "hour",
  },
  {
    what: `memory of tasks ${how}`,
    sku: `fargate.${kind}.gbhour`,
    quantity: (hours * (numberIn(task, "memory") ?? 0)) / 1_024,
    per: "hour",
  },
];

/** A function of web or api answers customers, that of the database is called now and then; any other works off events. */
function lambda(resource: ValuedResource, use: Use): Part[] {
  const { values, tier } = resource;
  if (tier === "database") return [];
  const answers = tier === "web" || tier === "api";
  const calls = answers
    ? (use.of("requestsMillion") * use.of("originShare")) / use.entrances
    : use.share("eventsMillion", resource);
  const architectures = Array.isArray(values.architectures) ? values.architectures : [];
  const kind = architectures.includes("arm64") ? "arm" : "x86";
  const gbSeconds = calls * 1e6 * (use.of("functionMs") / 1_000) * ((numberIn(values, "memory_size") ?? 128) / 1_024);
  return [
    { what: "requests", sku: "lambda.requests.perM", quantity: calls, per: "use" },
    { what: "time", sku: `lambda.gbsecond.${kind}`, quantity: gbSeconds, per: "use" },
  ];
}
