import type { Place } from "../../../dr/parity/place";

const account = "123456789012";
const run = "run7";

/** Where the lost region was. */
export const lost: Place = {
  region: "eu-west-1",
  namePrefix: "dev-eu-west-1",
  cidr: "10.0.0.0/16",
  zones: { a: "eu-west-1a", b: "eu-west-1b" },
  account,
  run,
};

/** Where it is recovered; another zone stands for each letter. */
export const elsewhere: Place = {
  region: "eu-central-1",
  namePrefix: run,
  cidr: "10.1.0.0/16",
  zones: { a: "eu-central-1c", b: "eu-central-1a" },
  account,
  run,
};
