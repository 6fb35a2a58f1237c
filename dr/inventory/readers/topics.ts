import { GetTopicAttributesCommand, paginateListSubscriptions, paginateListTopics } from "@aws-sdk/client-sns";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** SNS topics and their subscriptions. */
export const topics: Reader = {
  service: "SNS",
  async list({ sns: client }) {
    const [found, subscriptions] = await Promise.all([
      everyItem(paginateListTopics({ client }, {}), ({ Topics }) => Topics),
      everyItem(paginateListSubscriptions({ client }, {}), ({ Subscriptions }) => Subscriptions),
    ]);
    const items = found.map(async ({ TopicArn }) => {
      const { Attributes = {} } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
      return {
        type: "aws_sns_topic",
        id: given(TopicArn),
        name: TopicArn?.split(":").at(-1),
        settings: {
          kmsKey: Attributes.KmsMasterKeyId,
          policy: policy(Attributes.Policy),
          fifo: Attributes.FifoTopic === "true",
          signatureVersion: Attributes.SignatureVersion,
        },
      };
    });
    return [
      ...(await Promise.all(items)),
      ...subscriptions.map(({ SubscriptionArn, TopicArn, Protocol, Endpoint }) => ({
        type: "aws_sns_topic_subscription",
        id: given(SubscriptionArn),
        settings: { topic: TopicArn, protocol: Protocol, endpoint: Endpoint },
      })),
    ];
  },
};
