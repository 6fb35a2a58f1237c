import { Fn } from "cdktf";

/**
 * What a page may load and call: the shop's own domain, and what its customers' browsers need of other tiers.
 *
 * Signing in is a form that leads to the sign-in pages, and a call for tokens.
 */
export function contentSecurityPolicy(pageOrigins: string[]): string {
  const own = Fn.join(" ", Fn.concat([["'self'"], pageOrigins]));
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    `connect-src ${own}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action ${own}`,
    "frame-ancestors 'none'",
    "upgrade-insecure-requests",
  ].join("; ");
}
