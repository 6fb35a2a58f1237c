import type { Attributes } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { type Guard, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { block } from "../read/pairs";

/** The widest first. */
const lists: readonly string[] = ["public-read-write", "public-read", "authenticated-read", "other"];

const acl: Guard = {
  ...ranked(["acl"], "The access control list", lists),
  worth: (value) => {
    const place = lists.indexOf(`${value}`);
    return place < 0 ? lists.length - 1 : place;
  },
};

const everybody = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;
const grants: Guard = {
  ...ranked(["access_control_policy"], "The grants", lists),
  worth: (policies) =>
    Number(!blocksIn({ policies }, "policies").some((policy) => blocksIn(policy, "grant").some(isToEverybody))),
  enough: 1,
  changed: () => "A grant is to everybody.",
  made: () => "A grant is to everybody.",
};

const isToEverybody = (grant: Attributes): boolean => everybody.test(`${block(grant, "grantee").uri}`);

/** An access control list that names everybody makes objects readable without any sign-in. */
export const opensABucket = weakening({
  id: "opens-a-bucket",
  about: "An access control list gives a bucket or an object to everybody, or lists count again.",
  cannotSee: "Lists that a program puts on objects, and whether the public access block of the account overrules them.",
  guards: {
    aws_s3_bucket: [acl],
    aws_s3_bucket_acl: [acl, grants],
    aws_s3_bucket_ownership_controls: [
      {
        ...ranked(["rule", 0, "object_ownership"], "Ownership", [
          "ObjectWriter",
          "BucketOwnerPreferred",
          "BucketOwnerEnforced",
        ]),
        severity: "medium",
        enough: 0,
      },
    ],
    aws_s3_object: [acl],
  },
  weaker: "critical",
  weakFromTheStart: "critical",
  means: "Whoever finds it reads it.",
  wayOut: "Serve it through CloudFront with an origin access control, and leave the list private.",
});
