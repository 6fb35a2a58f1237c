import { paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** CloudWatch log groups. */
export const logGroups: Reader = {
  service: "CloudWatch Logs",
  async list({ logs }) {
    const found = await everyItem(paginateDescribeLogGroups({ client: logs }, {}), (page) => page.logGroups);
    return found.map((group) => ({
      type: "aws_cloudwatch_log_group",
      id: given(group.arn).replace(/:\*$/, ""),
      name: group.logGroupName,
      settings: {
        retentionInDays: group.retentionInDays,
        kmsKey: group.kmsKeyId,
        logGroupClass: group.logGroupClass,
      },
    }));
  },
};
