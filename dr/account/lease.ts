import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { lockTableName } from "../../regions/location";

const renewedEvery = 60_000;
/** Milliseconds without a word, after which who held it is taken for dead. */
export const staleAfter = 5 * 60_000;

/** Somebody has the lease. */
export class LeaseHeld extends Error {}

/**
 * Says that somebody works with what drills make in an account: one drill, or one clean-up, on whatever machine.
 *
 * It is an item of the table that locks Terraform's states, renewed every minute; who is killed loses it after five.
 */
export class Lease {
  private readonly timer: NodeJS.Timeout;
  private lost?: unknown;

  private constructor(
    private readonly dynamodb: DynamoDBClient,
    private readonly name: string,
    private readonly holder: string,
  ) {
    this.timer = setInterval(() => {
      put(dynamodb, name, holder).catch((error: unknown) => {
        // A call that fails may be the network's fault; the next one is in time.
        if (error instanceof ConditionalCheckFailedException) this.lost = error;
      });
    }, renewedEvery).unref();
  }

  /** Takes it, from nobody, or from a holder that has been silent for too long. Throws a LeaseHeld when somebody has it. */
  static async take(dynamodb: DynamoDBClient, name: string, holder: string): Promise<Lease> {
    try {
      await put(dynamodb, name, holder);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new LeaseHeld(taken(name, error));
      throw error;
    }
    return new Lease(dynamodb, name, holder);
  }

  /** Throws when somebody else took it meanwhile, because this process was silent for too long. */
  async giveBack(): Promise<void> {
    clearInterval(this.timer);
    if (this.lost) throw new LeaseHeld(taken(this.name, this.lost));
    await this.dynamodb.send(
      new DeleteItemCommand({
        TableName: lockTableName,
        Key: { LockID: { S: this.name } },
        ConditionExpression: "Holder = :me",
        ExpressionAttributeValues: { ":me": { S: this.holder } },
      }),
    );
  }
}

const put = (dynamodb: DynamoDBClient, name: string, holder: string) => {
  const now = Date.now();
  return dynamodb.send(
    new PutItemCommand({
      TableName: lockTableName,
      Item: { LockID: { S: name }, Holder: { S: holder }, RenewedAt: { N: String(now) } },
      ConditionExpression: "attribute_not_exists(LockID) OR Holder = :me OR RenewedAt < :stale",
      ExpressionAttributeValues: { ":me": { S: holder }, ":stale": { N: String(now - staleAfter) } },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
};

function taken(name: string, error: unknown): string {
  const { Holder, RenewedAt } = (error instanceof ConditionalCheckFailedException && error.Item) || {};
  const seen = RenewedAt?.N ? `, seen ${Math.round((Date.now() - Number(RenewedAt.N)) / 1000)} s ago` : "";
  return (
    `${name} is held by ${Holder?.S ?? "somebody else"}${seen}. Wait until that has ended; ` +
    `what was killed loses it ${staleAfter / 60_000} minutes after its last word.`
  );
}
