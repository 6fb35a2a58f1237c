/** A metric as CloudWatch keeps it: found only by exactly these dimensions. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** A statistic such as `Sum`, or a percentile such as `p95`. */
  readonly stat: string;
}
