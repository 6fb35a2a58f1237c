import { defineTargets } from "../../../dr/target-schema";
import { environments } from "../regions/environments";

/** Where a lost region is rebuilt, with an address block of its own, which zone there stands for which letter, and where its backups go then. */
export const targets = defineTargets(environments, [
  {
    lost: "eu-west-1",
    region: "eu-central-1",
    cidr: "10.1.0.0/16",
    zones: { a: "a", b: "b", c: "c" },
    copiesTo: "eu-north-1",
  },
]);
