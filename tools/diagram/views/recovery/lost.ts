import type { ComponentId } from "../../kinds/components";

/** What of a region's data is lost with it, and what is not, by the component and the tier that keep it. */
export interface Fate {
  readonly tier: string;
  readonly component: ComponentId;
  /** What is lost; undefined where copies are elsewhere, or nothing is needed of it. */
  readonly lost?: string;
}

/** Of every tier of a live region that keeps data: what becomes of it when the region is lost. */
export const fates: readonly Fate[] = [
  { tier: "database", component: "database", lost: "orders after the newest backup" },
  { tier: "events", component: "worker", lost: "events that wait in the queue" },
  { tier: "identity", component: "identity", lost: "customers and their passwords" },
  { tier: "cache", component: "cache", lost: "sessions, copies of data" },
  { tier: "logs", component: "archive", lost: "archived logs, access logs" },
  { tier: "web", component: "web", lost: "logs of the web tier" },
  { tier: "api", component: "api", lost: "logs of the API tier" },
  { tier: "network", component: "vpc", lost: "logs of connections" },
  { tier: "backup", component: "backups" },
  { tier: "delivery", component: "images" },
  { tier: "files", component: "cloudfront" },
  { tier: "state", component: "states" },
];
