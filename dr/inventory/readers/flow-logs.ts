import { paginateDescribeFlowLogs } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** Flow logs: of what, and where they go. */
export const flowLogs: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeFlowLogs({ client: ec2 }, {}), ({ FlowLogs }) => FlowLogs);
    return found.map((log) => ({
      type: "aws_flow_log",
      id: given(log.FlowLogId),
      ...nameTag(log.Tags),
      settings: {
        resource: log.ResourceId,
        trafficType: log.TrafficType,
        logDestinationType: log.LogDestinationType,
        logDestination: log.LogDestination ?? log.LogGroupName,
        logFormat: log.LogFormat,
        maxAggregationInterval: log.MaxAggregationInterval,
        role: log.DeliverLogsPermissionArn,
        status: log.FlowLogStatus,
      },
    }));
  },
};
