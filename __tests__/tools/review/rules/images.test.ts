import { letsImagesChange } from "../../../../tools/review/rules/lets-images-change";
import { created, itJudges, updated } from "./plans";

const repository = "aws_ecr_repository.shop";
const [pinned, scanned] = [
  { image_tag_mutability: "IMMUTABLE" },
  { image_scanning_configuration: [{ scan_on_push: true }] },
];
itJudges(letsImagesChange, {
  found: [
    [
      "tags that may be pushed again",
      [updated(repository, pinned, { image_tag_mutability: "MUTABLE" })],
      [
        'medium image_tag_mutability: What may happen to a tag goes from "IMMUTABLE" to "MUTABLE". Whoever may push replaces what a tag names, and the next start runs that.',
      ],
    ],
    [
      "images that are scanned no longer",
      [updated(repository, scanned, { image_scanning_configuration: [{ scan_on_push: false }] })],
      [
        "medium image_scanning_configuration.0.scan_on_push: Scanning of images that are pushed is turned off. Nobody is told of known holes in what is pushed.",
      ],
    ],
  ],
  well: [
    ["tags that are pinned from now on", [updated(repository, { image_tag_mutability: "MUTABLE" }, pinned)]],
    ["a repository as AWS makes it", [created(repository, { image_tag_mutability: "MUTABLE" })]],
    ["what stays", [updated(repository, { ...pinned, ...scanned }, { force_delete: false })]],
  ],
  unknown: [
    [
      "what tags will be",
      [updated(repository, pinned, {}, { image_tag_mutability: ["var.mutability"] })],
      ["not known: image_tag_mutability, by var.mutability"],
    ],
  ],
});
