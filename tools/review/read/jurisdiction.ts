import { awsRegions } from "../../../regions/schema/aws-regions";

/** The country of AWS's regions, by the begin of their names; the more exact first. */
const countries: readonly (readonly [begin: string, law: string])[] = [
  ["us-", "US"],
  ["ca-", "CA"],
  ["mx-", "MX"],
  ["sa-east-1", "BR"],
  ["eu-west-2", "GB"],
  ["eu-central-2", "CH"],
  ["eu-", "EU"],
  ["eusc-", "EU"],
  ["me-south-1", "BH"],
  ["me-central-1", "AE"],
  ["il-", "IL"],
  ["af-south-1", "ZA"],
  ["ap-east-1", "HK"],
  ["ap-east-2", "TW"],
  ["ap-northeast-1", "JP"],
  ["ap-northeast-2", "KR"],
  ["ap-northeast-3", "JP"],
  ["ap-south-", "IN"],
  ["ap-southeast-1", "SG"],
  ["ap-southeast-2", "AU"],
  ["ap-southeast-3", "ID"],
  ["ap-southeast-4", "AU"],
  ["ap-southeast-5", "MY"],
  ["ap-southeast-6", "NZ"],
  ["ap-southeast-7", "TH"],
  ["cn-", "CN"],
];

/** How regions/ calls the law of a country. */
const own: Readonly<Record<string, string>> = { eu: "EU", uk: "GB", us: "US" };

/**
 * The law that data in a region is under, as a code of a country or `EU`; undefined for a region that is not known here.
 * What regions/ says of a region counts first. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export function lawOf(region: string): string | undefined {
  const known: Readonly<Record<string, { readonly jurisdiction: string }>> = awsRegions;
  const said = known[region]?.jurisdiction;
  return said === undefined ? countries.find(([begin]) => region.startsWith(begin))?.[1] : (own[said] ?? said);
}

const names = new Intl.DisplayNames("en", { type: "region" });

/** The name of a country, as one says "in it". */
export const lawName = (code: string): string =>
  ["EU", "US", "GB", "AE"].includes(code) ? `the ${names.of(code)}` : `${names.of(code)}`;
