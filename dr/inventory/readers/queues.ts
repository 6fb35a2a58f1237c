import { GetQueueAttributesCommand, paginateListQueues } from "@aws-sdk/client-sqs";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** SQS queues, without their messages. */
export const queues: Reader = {
  service: "SQS",
  async list({ sqs: client }) {
    const urls = await everyItem(paginateListQueues({ client }, {}), ({ QueueUrls }) => QueueUrls);
    return Promise.all(
      urls.map(async (QueueUrl) => {
        const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] });
        const { Attributes = {} } = await client.send(asked);
        return {
          type: "aws_sqs_queue",
          id: given(Attributes.QueueArn),
          name: Attributes.QueueArn?.split(":").at(-1),
          handles: [QueueUrl],
          settings: {
            fifo: Attributes.FifoQueue === "true",
            kmsKey: Attributes.KmsMasterKeyId,
            managedEncryption: Attributes.SqsManagedSseEnabled,
            policy: policy(Attributes.Policy),
            visibilityTimeout: Attributes.VisibilityTimeout,
            retention: Attributes.MessageRetentionPeriod,
            maximumMessageSize: Attributes.MaximumMessageSize,
            redrive: parsed(Attributes.RedrivePolicy),
            redriveAllow: parsed(Attributes.RedriveAllowPolicy),
          },
        };
      }),
    );
  },
};

const parsed = (json: string | undefined): unknown => (json ? JSON.parse(json) : undefined);
