import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { also } from "../guards/also";
import { on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { containers } from "../read/containers";
import { finding, ok, type Rule, type Verdict } from "./rule";

/** A tag that may be pushed again runs other code under the same name, and what nobody scans nobody mends. */
const weakened = weakening({
  id: "lets-images-change",
  about: "Images may be replaced under the name that they are run by, or are no longer scanned when they are pushed.",
  cannotSee:
    "Scanning that is set for the whole registry, who may push, and container definitions that are not known yet.",
  guards: {
    aws_ecr_repository: [
      {
        ...ranked(["image_tag_mutability"], "What may happen to a tag", [
          "MUTABLE",
          "MUTABLE_WITH_EXCLUSION",
          "IMMUTABLE_WITH_EXCLUSION",
          "IMMUTABLE",
        ]),
        means: "Whoever may push replaces what a tag names, and the next start runs that.",
      },
      on(["image_scanning_configuration", 0, "scan_on_push"], "Scanning of images that are pushed"),
    ],
  },
  weaker: "medium",
  means: "Nobody is told of known holes in what is pushed.",
  wayOut: 'Keep image_tag_mutability = "IMMUTABLE" and scan_on_push = true.',
});

/** A container that named its image by a digest, and does so no longer. */
const byTag = (change: ResourceChange): Verdict[] =>
  containers(change).map(({ name, before, after: { image } }) =>
    `${before?.image}`.includes("@") && !`${image}`.includes("@")
      ? finding({
          severity: "low",
          attribute: "container_definitions",
          why: `The container "${name}" names its image by a tag, ${image}: another image may have it by the next start.`,
          wayOut: "Name the image by its digest, image@sha256:…",
        })
      : ok,
  );

export const letsImagesChange: Rule = also(weakened, { aws_ecs_task_definition: byTag }, ["low"]);
