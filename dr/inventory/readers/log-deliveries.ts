import {
  DescribeResourcePoliciesCommand,
  paginateDescribeDeliveries,
  paginateDescribeDeliveryDestinations,
  paginateDescribeDeliverySources,
} from "@aws-sdk/client-cloudwatch-logs";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** Which services' logs CloudWatch delivers where, and which services may write into log groups. */
export const logDeliveries: Reader = {
  service: "CloudWatch Logs' deliveries",
  async list({ logs: client }) {
    const [sources, destinations, deliveries, { resourcePolicies = [] }] = await Promise.all([
      everyItem(paginateDescribeDeliverySources({ client }, {}), (page) => page.deliverySources),
      everyItem(paginateDescribeDeliveryDestinations({ client }, {}), (page) => page.deliveryDestinations),
      everyItem(paginateDescribeDeliveries({ client }, {}), (page) => page.deliveries),
      // A region has ten of them at most, one page.
      client.send(new DescribeResourcePoliciesCommand({})),
    ]);
    return [
      ...sources.map(({ arn, name, logType, resourceArns }) => ({
        type: "aws_cloudwatch_log_delivery_source",
        id: given(arn),
        name,
        settings: { logType, resources: resourceArns },
      })),
      ...destinations.map(({ arn, name, outputFormat, deliveryDestinationConfiguration }) => ({
        type: "aws_cloudwatch_log_delivery_destination",
        id: given(arn),
        name,
        settings: { outputFormat, to: deliveryDestinationConfiguration?.destinationResourceArn },
      })),
      ...deliveries.map(
        ({ id, deliverySourceName, deliveryDestinationArn, recordFields, s3DeliveryConfiguration }) => ({
          type: "aws_cloudwatch_log_delivery",
          id: given(id),
          settings: {
            source: deliverySourceName,
            destination: deliveryDestinationArn,
            recordFields,
            s3: s3DeliveryConfiguration,
          },
        }),
      ),
      ...resourcePolicies.map(({ policyName, policyDocument }) => ({
        type: "aws_cloudwatch_log_resource_policy",
        id: given(policyName),
        name: policyName,
        settings: { policy: policy(policyDocument) },
      })),
    ];
  },
};
