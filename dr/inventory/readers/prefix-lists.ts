import { type EC2Client, paginateDescribeManagedPrefixLists } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";

/** The name of each prefix list by its id: AWS's own have another id in every region. */
export async function prefixListNames(ec2: EC2Client): Promise<Map<string, string>> {
  const lists = await everyItem(
    paginateDescribeManagedPrefixLists({ client: ec2 }, {}),
    ({ PrefixLists }) => PrefixLists,
  );
  return new Map(lists.map(({ PrefixListId = "", PrefixListName = "" }) => [PrefixListId, PrefixListName]));
}
