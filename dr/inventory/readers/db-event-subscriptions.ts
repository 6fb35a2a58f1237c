import { paginateDescribeEventSubscriptions } from "@aws-sdk/client-rds";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** What RDS tells to which topic. */
export const dbEventSubscriptions: Reader = {
  service: "RDS",
  async list({ rds }) {
    const pages = paginateDescribeEventSubscriptions({ client: rds }, {});
    return (await everyItem(pages, (page) => page.EventSubscriptionsList)).map((subscription) => ({
      type: "aws_db_event_subscription",
      id: given(subscription.EventSubscriptionArn ?? subscription.CustSubscriptionId),
      name: subscription.CustSubscriptionId,
      settings: {
        topic: subscription.SnsTopicArn,
        enabled: subscription.Enabled,
        sourceType: subscription.SourceType,
        sources: subscription.SourceIdsList,
        eventCategories: subscription.EventCategoriesList,
      },
    }));
  },
};
