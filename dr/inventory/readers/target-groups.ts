import {
  DescribeTargetGroupAttributesCommand,
  paginateDescribeTargetGroups,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { record } from "../record";

/** Target groups, with their health checks. */
export const targetGroups: Reader = {
  service: "Elastic Load Balancing",
  async list({ elb }) {
    const found = await everyItem(
      paginateDescribeTargetGroups({ client: elb }, {}),
      ({ TargetGroups }) => TargetGroups,
    );
    return Promise.all(
      found.map(async (group) => {
        const id = given(group.TargetGroupArn);
        const { Attributes } = await elb.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn: id }));
        return {
          type: "aws_lb_target_group",
          id,
          name: group.TargetGroupName,
          handles: [id.replace(/^.*:targetgroup\//, "targetgroup/")],
          settings: {
            protocol: group.Protocol,
            protocolVersion: group.ProtocolVersion,
            port: group.Port,
            targetType: group.TargetType,
            ipAddressType: group.IpAddressType,
            vpc: group.VpcId,
            loadBalancers: group.LoadBalancerArns,
            healthCheck: {
              enabled: group.HealthCheckEnabled,
              protocol: group.HealthCheckProtocol,
              port: group.HealthCheckPort,
              path: group.HealthCheckPath,
              matcher: group.Matcher,
              intervalSeconds: group.HealthCheckIntervalSeconds,
              timeoutSeconds: group.HealthCheckTimeoutSeconds,
              healthyThreshold: group.HealthyThresholdCount,
              unhealthyThreshold: group.UnhealthyThresholdCount,
            },
            attributes: record(Attributes),
          },
        };
      }),
    );
  },
};
