/** One thing that exists in AWS, as AWS itself tells it. */
export interface Item {
  /** Terraform's name for the type, where there is one: "aws_subnet". */
  readonly type: string;
  /** What AWS identifies it by, an ARN or an id: unique within its type and region. */
  readonly id: string;
  /** What people call it, where there is such a name. */
  readonly name?: string;
  /** What matters of its configuration; references are AWS's identifiers of other items. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What else stands for it in other items' settings: its ARN beside its id, a DNS name that AWS made. */
  readonly handles?: readonly string[];
  /** Deleted softly: the day (ISO date) on which AWS removes it. */
  readonly goneOn?: string;
  /** What AWS made it for; it goes when that goes. */
  readonly ownedBy?: string;
}

/** What tells an item from all others of a region. */
export const keyOf = ({ type, id }: Pick<Item, "type" | "id">): string => `${type} ${id}`;
