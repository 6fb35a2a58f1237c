import { GetDashboardCommand, paginateListDashboards } from "@aws-sdk/client-cloudwatch";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** CloudWatch dashboards, with what they show. */
export const dashboards: Reader = {
  service: "CloudWatch",
  async list({ cloudwatch: client }) {
    const found = await everyItem(paginateListDashboards({ client }, {}), ({ DashboardEntries }) => DashboardEntries);
    return Promise.all(
      found.map(async ({ DashboardArn, DashboardName }) => {
        const { DashboardBody = "{}" } = await client.send(new GetDashboardCommand({ DashboardName }));
        return {
          type: "aws_cloudwatch_dashboard",
          id: given(DashboardArn),
          name: DashboardName,
          settings: { body: JSON.parse(DashboardBody) },
        };
      }),
    );
  },
};
