import { DescribeContinuousBackupsCommand, DescribeTableCommand, paginateListTables } from "@aws-sdk/client-dynamodb";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** DynamoDB tables. */
export const tables: Reader = {
  service: "DynamoDB",
  async list({ dynamodb: client }) {
    const names = await everyItem(paginateListTables({ client }, {}), (page) => page.TableNames);
    return Promise.all(
      names.map(async (TableName) => {
        const [{ Table: table }, { ContinuousBackupsDescription: backups }] = await Promise.all([
          client.send(new DescribeTableCommand({ TableName })),
          client.send(new DescribeContinuousBackupsCommand({ TableName })),
        ]);
        return {
          type: "aws_dynamodb_table",
          id: given(table?.TableArn),
          name: TableName,
          settings: {
            keySchema: table?.KeySchema,
            billingMode: table?.BillingModeSummary?.BillingMode ?? "PROVISIONED",
            encryption: table?.SSEDescription?.Status ?? "DISABLED",
            kmsKey: table?.SSEDescription?.KMSMasterKeyArn,
            deletionProtection: table?.DeletionProtectionEnabled,
            pointInTimeRecovery: backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus,
          },
        };
      }),
    );
  },
};
