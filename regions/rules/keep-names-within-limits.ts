import { apiHostName } from "../../modules/api/contract";
import { runInputs } from "../../modules/core/run";
import { privateZone } from "../../modules/network/contract";
import { originName } from "../../modules/web/contract";
import { type EnvironmentRule, originRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { regionPrefix } from "../wiring/location";

/** Characters that the first name of a certificate may have. https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
const inCertificates = 64;
/** Characters that the first part of every name may have. */
const inPrefixes = runInputs.shape.namePrefix.maxLength ?? 0;

/** What is named after environment, domain and region ends within AWS's limits: where the shop runs, and where it may be rebuilt. */
export const keepNamesWithinLimits: EnvironmentRule = (environment) => {
  const { name, domain, regions } = environment;
  const prefix = longest(regions.map((region) => regionPrefix(name, region.name)));
  const certificate = longest([
    apiHostName(privateZone(domain)),
    ...originRegions(environment).map((region) => originName(region, domain)),
  ]);
  return [
    ...over({ name: prefix, most: inPrefixes }, (left) => ({
      path: "name",
      message: `would be the first part of names there. Use a name of at most ${name.length + left} letters.`,
    })),
    ...over({ name: certificate, most: inCertificates }, (left) => ({
      path: "domain",
      message: `would be the name of a certificate where the shop runs or is rebuilt. Use a domain of at most ${domain.length + left} characters.`,
    })),
  ];
};

const longest = (names: readonly string[]): string =>
  names.reduce((one, other) => (other.length > one.length ? other : one), "");

/** The problem of a name that is too long; `say` gets how many characters are left, a negative number. */
function over({ name, most }: { readonly name: string; readonly most: number }, say: (left: number) => Problem) {
  if (name.length <= most) return [];
  const { path, message } = say(most - name.length);
  return [{ path, message: `${name}, with ${name.length} of ${most} characters, ${message}` }];
}
