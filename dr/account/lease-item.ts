import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { leaseTableName } from "../../modules/state/contract";
import type { Environment } from "../../regions/schema/environment";

/** Name of the lease on what drills make in the account of an environment. */
export const leaseNameOf = ({ name }: Pick<Environment, "name">): string => `${name}-drill`;

/** Where it is, as the gate says it. */
export const leasePlace = (environment: Pick<Environment, "name">): string =>
  `dynamodb://${leaseTableName}/${leaseNameOf(environment)}`;

/** A lease as its holder has it. The token is of this taking only, the count moves while the holder lives. */
export interface Holding {
  readonly name: string;
  readonly holder: string;
  readonly token: string;
  count: number;
}

/** A lease as somebody else sees it; without a token where an earlier version wrote it. */
export interface Seen {
  readonly holder: string;
  readonly token?: string;
  readonly count?: string;
}

/** Somebody else has the lease. */
export class LeaseHeld extends Error {}

/** How a lease is asked for. */
export interface Claim {
  /** Milliseconds that the call may take, with all its attempts. */
  readonly timeout: number;
  /** Whether it is held already, so that one which is gone is lost. */
  readonly renews?: boolean;
  /** Takes it from this holder, provided that the counter has not moved. */
  readonly instead?: Seen | undefined;
}

/** Writes a lease where nobody else's stands; gives who has it otherwise. */
export async function claim(dynamodb: DynamoDBClient, mine: Holding, how: Claim): Promise<Seen | undefined> {
  const { condition, values } = conditionOf(how);
  const put = new PutItemCommand({
    TableName: leaseTableName,
    Item: {
      LockID: { S: mine.name },
      Holder: { S: mine.holder },
      Token: { S: mine.token },
      Beat: { N: String(mine.count) },
    },
    ConditionExpression: condition,
    ExpressionAttributeNames: { "#token": "Token" },
    ExpressionAttributeValues: { ":me": { S: mine.token }, ...values },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  return heldBy(dynamodb.send(put, { abortSignal: AbortSignal.timeout(how.timeout) }));
}

/** Removes a lease; throws a LeaseHeld where it is somebody else's by now. */
export async function release(dynamodb: DynamoDBClient, { name, token }: Holding, timeout: number): Promise<void> {
  const remove = new DeleteItemCommand({
    TableName: leaseTableName,
    Key: { LockID: { S: name } },
    // One that is gone was removed by an attempt whose answer got lost.
    ConditionExpression: "attribute_not_exists(LockID) OR #token = :me",
    ExpressionAttributeNames: { "#token": "Token" },
    ExpressionAttributeValues: { ":me": { S: token } },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  const held = await heldBy(dynamodb.send(remove, { abortSignal: AbortSignal.timeout(timeout) }));
  if (held) throw new LeaseHeld(`${name} is held by ${held.holder} by now.`);
}

interface Condition {
  readonly condition: string;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

/** An attempt whose answer got lost has succeeded: what has our token is ours. */
function conditionOf({ renews = false, instead }: Claim): Condition {
  if (renews) return { condition: "#token = :me", values: {} };
  if (!instead) return { condition: "attribute_not_exists(LockID) OR #token = :me", values: {} };
  if (instead.token === undefined || instead.count === undefined)
    return { condition: "attribute_not_exists(#token) OR #token = :me", values: {} };
  return {
    condition: "attribute_not_exists(LockID) OR (#token = :theirs AND Beat = :still) OR #token = :me",
    values: { ":theirs": { S: instead.token }, ":still": { N: instead.count } },
  };
}

/** Who has the lease, where a call was refused because it is somebody else's. */
async function heldBy(call: Promise<unknown>): Promise<Seen | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { Holder, Token, Beat, RenewedAt } = error.Item ?? {};
    const count = Beat?.N ?? RenewedAt?.N;
    return {
      holder: Holder?.S ?? "nobody",
      ...(Token?.S === undefined ? {} : { token: Token.S }),
      ...(count === undefined ? {} : { count }),
    };
  }
}
