const published = (namespace: string, dimensions: readonly string[], ...names: readonly string[]): string[] =>
  names.map((name) => [namespace, name, ...[...dimensions].sort()].join(" "));

/** Metrics that AWS publishes, each with exactly these dimensions: with others, CloudWatch finds nothing. */
export const knownMetrics: readonly string[] = [
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
  ...published(
    "AWS/ApplicationELB",
    ["LoadBalancer"],
    "RequestCount",
    "HTTPCode_ELB_5XX_Count",
    "HTTPCode_Target_4XX_Count",
    "HTTPCode_Target_5XX_Count",
    "TargetResponseTime",
  ),
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
  ...["AWS/ApplicationELB", "AWS/NetworkELB"].flatMap((namespace) => [
    ...published(namespace, ["LoadBalancer", "TargetGroup"], "UnHealthyHostCount", "HealthyHostCount"),
    ...published(namespace, ["AvailabilityZone", "LoadBalancer", "TargetGroup"], "HealthyHostCount"),
  ]),
  ...published(
    "AWS/NetworkELB",
    ["LoadBalancer"],
    "ClientTLSNegotiationErrorCount",
    "TargetTLSNegotiationErrorCount",
    "TCP_Target_Reset_Count",
    "TCP_ELB_Reset_Count",
    "PortAllocationErrorCount",
  ),
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
  ...published("AWS/EC2", ["AutoScalingGroupName"], "CPUUtilization", "StatusCheckFailed"),
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
  ...published("AWS/ECS", ["ClusterName", "ServiceName"], "CPUUtilization", "MemoryUtilization"),
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
  ...published("AWS/Lambda", ["FunctionName"], "Errors", "Invocations", "Throttles", "Duration"),
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
  ...published(
    "AWS/RDS",
    ["DBClusterIdentifier"],
    "CPUUtilization",
    "DatabaseConnections",
    "FreeableMemory",
    "ACUUtilization",
    "AuroraReplicaLagMaximum",
  ),
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
  ...published(
    "AWS/RDS",
    ["DBInstanceIdentifier"],
    "CPUUtilization",
    "DatabaseConnections",
    "FreeableMemory",
    "FreeStorageSpace",
  ),
  // https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
  ...published("AWS/NATGateway", ["NatGatewayId"], "ErrorPortAllocation", "PacketsDropCount"),
  // https://docs.aws.amazon.com/firehose/latest/dev/cloudwatch-metrics.html
  ...published("AWS/Firehose", ["DeliveryStreamName"], "DeliveryToS3.DataFreshness"),
];
