import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { lockTableName } from "../../modules/state/contract";

const renewedEvery = 60_000;
/** Milliseconds without a word, after which who held it is taken for dead. */
export const staleAfter = 5 * 60_000;

/** Somebody else has the lease. */
export class LeaseHeld extends Error {}

/** Where a lease is, what it is called, and who asks for it. */
export interface LeaseOf {
  readonly dynamodb: DynamoDBClient;
  readonly name: string;
  readonly holder: string;
}

/**
 * Says that somebody works with what drills make in an account: one drill, or one clean-up, on whatever machine.
 *
 * It is an item of the table that locks Terraform's states, renewed every minute; who is killed loses it after five.
 */
export class Lease {
  private readonly timer: NodeJS.Timeout;
  private renewedAt = Date.now();
  private renewal: Promise<void> = Promise.resolve();

  private constructor(
    private readonly of: LeaseOf,
    private readonly onLost: (error: LeaseHeld) => void,
  ) {
    this.timer = setInterval(() => {
      this.renewal = this.renew();
    }, renewedEvery).unref();
  }

  /**
   * Takes it, from nobody, or from a holder that has been silent for too long; throws a LeaseHeld when somebody has it.
   * `onLost` is called when it could not be renewed in time: then somebody else may have it, and nothing may be changed.
   */
  static async take(of: LeaseOf, onLost: (error: LeaseHeld) => void): Promise<Lease> {
    await put(of);
    return new Lease(of, onLost);
  }

  async giveBack(): Promise<void> {
    clearInterval(this.timer);
    await this.renewal;
    const { dynamodb, name, holder } = this.of;
    await refusedAs(
      name,
      dynamodb.send(
        new DeleteItemCommand({
          TableName: lockTableName,
          Key: { LockID: { S: name } },
          ConditionExpression: "Holder = :me",
          ExpressionAttributeValues: { ":me": { S: holder } },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      ),
    );
  }

  private async renew(): Promise<void> {
    try {
      await put(this.of);
      this.renewedAt = Date.now();
    } catch (error) {
      // A call that fails may be the network's fault; the next one may be in time.
      const inTime = Date.now() - this.renewedAt < staleAfter - renewedEvery;
      if (inTime && !(error instanceof LeaseHeld)) return;
      clearInterval(this.timer);
      this.onLost(error instanceof LeaseHeld ? error : new LeaseHeld(`${this.of.name} cannot be renewed: ${error}`));
    }
  }
}

const put = ({ dynamodb, name, holder }: LeaseOf): Promise<unknown> => {
  const now = Date.now();
  return refusedAs(
    name,
    dynamodb.send(
      new PutItemCommand({
        TableName: lockTableName,
        Item: { LockID: { S: name }, Holder: { S: holder }, RenewedAt: { N: String(now) } },
        ConditionExpression: "attribute_not_exists(LockID) OR Holder = :me OR RenewedAt < :stale",
        ExpressionAttributeValues: { ":me": { S: holder }, ":stale": { N: String(now - staleAfter) } },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
};

/** Says who has the lease where a call was refused because it is somebody else's. */
async function refusedAs(name: string, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { Holder, RenewedAt } = error.Item ?? {};
    const seen = RenewedAt?.N ? `, seen ${Math.round((Date.now() - Number(RenewedAt.N)) / 1000)} s ago` : "";
    throw new LeaseHeld(
      `${name} is held by ${Holder?.S ?? "nobody"}${seen}. Wait until it has ended; ` +
        `if it was killed, its lease runs out ${staleAfter / 60_000} minutes after it was last seen.`,
    );
  }
}
