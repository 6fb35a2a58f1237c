import {
  GetBucketAclCommand,
  GetBucketPolicyStatusCommand,
  GetPublicAccessBlockCommand,
  type PublicAccessBlockConfiguration,
  paginateListBuckets,
} from "@aws-sdk/client-s3";
import type { Aws } from "../aws";
import { everyItem } from "./pages";

/** How many buckets a prefix has, and what opens any of them to the public. */
export async function openBuckets(aws: Aws, prefix: string): Promise<{ count: number; problems: string[] }> {
  const all = await everyItem(paginateListBuckets({ client: aws.s3 }, {}), (page) => page.Buckets);
  const names = all.flatMap(({ Name }) => (Name?.startsWith(`${prefix}-`) ? Name : []));
  const problems = await Promise.all(names.map((name) => openingsOf(aws, name)));
  return { count: names.length, problems: problems.flat() };
}

const switches = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"] as const;

async function openingsOf({ s3 }: Aws, Bucket: string): Promise<string[]> {
  const block = await unless("NoSuchPublicAccessBlockConfiguration", async () => {
    const answer = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    return answer.PublicAccessBlockConfiguration;
  });
  const isPublic = await unless("NoSuchBucketPolicy", async () => {
    const { PolicyStatus } = await s3.send(new GetBucketPolicyStatusCommand({ Bucket }));
    return PolicyStatus?.IsPublic;
  });
  const { Grants = [] } = await s3.send(new GetBucketAclCommand({ Bucket }));
  const off = switches.filter((name) => !isOn(block, name));
  return [
    ...(off.length === 0 ? [] : [`bucket ${Bucket} does not block public access: ${off.join(", ")} is off`]),
    ...(isPublic ? [`the policy of bucket ${Bucket} makes it public`] : []),
    ...Grants.filter(({ Grantee }) => /\/(AllUsers|AuthenticatedUsers)$/.test(Grantee?.URI ?? "")).map(
      ({ Permission }) => `the access list of bucket ${Bucket} gives ${Permission} to everyone`,
    ),
  ];
}

const isOn = (block: PublicAccessBlockConfiguration | undefined, name: (typeof switches)[number]) =>
  block?.[name] === true;

/** What is asked for; undefined when AWS says that there is none. */
async function unless<T>(none: string, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === none) return undefined;
    throw error;
  }
}
