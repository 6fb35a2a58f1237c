import type { Watched } from "../blocks/alerts/alarm";

/** What the region promises of a tier, as one alarm. */
export type Alarm = Watched & {
  /** Name of the alarm after the region's prefix, and its Terraform address. */
  readonly id: string;
  /** Customers notice it: part of the region's health. */
  readonly customersSuffer?: true;
};
