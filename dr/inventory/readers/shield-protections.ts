import { paginateListProtections } from "@aws-sdk/client-shield";
import { everyItem } from "../../lookup/pages";
import { given, unlessAbsent } from "../answers";
import type { Reader } from "../reader";

/** What Shield Advanced protects; nothing in an account that has not subscribed to it. */
export const shieldProtections: Reader = {
  service: "Shield",
  global: true,
  async list({ shield: client }) {
    const pages = paginateListProtections({ client }, {});
    const found = await unlessAbsent(
      everyItem(pages, (page) => page.Protections),
      "ResourceNotFoundException",
    );
    return (found ?? []).map(({ Id, Name, ResourceArn }) => ({
      type: "aws_shield_protection",
      id: given(Id),
      name: Name,
      settings: { protects: ResourceArn },
    }));
  },
};
