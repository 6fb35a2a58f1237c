import { letsImagesChange } from "../../../../tools/review/rules/lets-images-change";
import { runsPrivileged } from "../../../../tools/review/rules/runs-privileged";
import { showsSecrets } from "../../../../tools/review/rules/shows-secrets";
import { created, itJudges, replaced, updated } from "./plans";

const task = "aws_ecs_task_definition.api";
const container = (values: object) => ({ container_definitions: JSON.stringify([{ name: "api", ...values }]) });
const digest = "api@sha256:9f86d081";

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
    [
      "an image by its tag",
      [replaced(task, container({ image: digest }), container({ image: "api:latest" }))],
      [
        'low container_definitions: The container "api" names its image by a tag, api:latest: another image may have it by the next start.',
      ],
    ],
  ],
  well: [
    ["another image by its digest", [replaced(task, container({ image: digest }), container({ image: `${digest}5` }))]],
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

itJudges(runsPrivileged, {
  found: [
    [
      "a container that becomes privileged",
      [replaced(task, container({}), container({ privileged: true }))],
      [
        'high container_definitions: The container "api" is privileged: whoever breaks into its program has the machine.',
      ],
    ],
  ],
  well: [
    ["one that was before", [replaced(task, container({ privileged: true }), container({ privileged: true, cpu: 1 }))]],
    ["one that is not", [created(task, container({ image: digest }))]],
  ],
  unknown: [
    [
      "what containers will be",
      [updated(task, container({}), {}, { container_definitions: ["local.api"] })],
      ["not known: container_definitions, by local.api"],
    ],
  ],
});

const variables = (all: object) => ({ environment: [{ variables: all }] });
const fn = "aws_lambda_function.crm";
itJudges(showsSecrets, {
  found: [
    [
      "a password among the settings of a function",
      [updated(fn, variables({ HOST: "crm" }), variables({ HOST: "crm", DB_PASSWORD: "made-up" }))],
      ["medium environment: The function's settings hold DB_PASSWORD itself: whoever may describe it, reads it."],
    ],
    [
      "a token among those of a container",
      [created(task, container({ environment: [{ name: "API_TOKEN", value: "made-up" }] }))],
      [
        'medium container_definitions: The settings of the container "api" hold API_TOKEN itself: whoever may describe it, reads it.',
      ],
    ],
  ],
  well: [
    ["what leads to a secret", [created(fn, variables({ DB_SECRET: "arn:aws:secretsmanager:eu-west-1:1:secret:db" }))]],
    ["what is about one", [created(fn, variables({ DB_SECRET_ARN: "x", PASSWORD_LENGTH: "14" }))]],
    ["what was there before", [updated(fn, variables({ TOKEN: "one" }), variables({ TOKEN: "two" }))]],
    ["a secret that ECS reads", [created(task, container({ secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm" }] }))]],
  ],
  unknown: "nothing that it looks at can be unknown",
});
