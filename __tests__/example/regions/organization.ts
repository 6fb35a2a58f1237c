import { defineOrganization } from "../../../regions/schema/organization-schema";

/** Whose shop this is: what every adopter replaces. Written by `./shop init`. */
export const organization = defineOrganization({
  environments: {
    prod: { account: "333333333333", domain: "shop.example.com" },
    staging: { account: "222222222222", domain: "staging.shop.example.com" },
    dev: { account: "111122223333", domain: "dev.shop.example.com" },
  },
  githubRepository: "example/shop",
  githubRepositoryIds: "123456/456789",
  onCall: "on-call@shop.example.com",
});
