/**
 * The oldest version of TLS that a policy of a service accepts, as the digit after `1.`; undefined for a name that is not
 * known here.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
 */
export function oldestTls(policy: unknown): number | undefined {
  if (typeof policy !== "string" || policy === "") return undefined;
  if (policy === "SSLv3") return -1;
  if (/^ELBSecurityPolicy-(2015-05|2016-08|FS-2018-06|TLS-1-0-2015-04)$/.test(policy)) return 0;
  const cloudFront = /^TLSv1(?:\.(\d))?(?:_(\d{4}))?$/.exec(policy);
  // Later policies of the same version accept fewer ciphers.
  if (cloudFront) return Number(cloudFront[1] ?? 0) + Number(cloudFront[2] ?? 2000) / 10_000 - 0.2;
  const [, version] = /(?:TLS(?:1[0-3])?|FS)[-_]1[-_](\d)(?:[-_]|$)/.exec(policy) ?? [];
  return version === undefined ? undefined : Number(version);
}
