/** Where an inventory was taken: what differs of necessity when the same region stands elsewhere. */
export interface Place {
  readonly region: string;
  readonly namePrefix: string;
  /** IPv4 CIDR block of the VPC. */
  readonly cidr: string;
  /** The name of each zone by its letter. */
  readonly zones: Readonly<Record<string, string>>;
  readonly account: string;
  /** The run whose tag all carries, in both places: in the recovered one it is the first part of every name, too. */
  readonly run: string;
}
