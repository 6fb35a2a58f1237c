import { on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

/** A tag that may be pushed again runs other code under the same name, and what nobody scans nobody mends. */
export const letsImagesChange = weakening({
  id: "lets-images-change",
  about: "Images in a registry may be replaced under their tag, or are no longer scanned when they are pushed.",
  cannotSee: "Scanning that is set for the whole registry, who may push, and images that are named by their digest.",
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
