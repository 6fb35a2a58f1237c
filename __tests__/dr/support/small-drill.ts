import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, ListBucketsCommand } from "@aws-sdk/client-s3";
import { ListTopicsCommand } from "@aws-sdk/client-sns";
import { conduct } from "../../../dr/conduct";
import { Drill } from "../../../dr/drill";
import { standUp } from "../../../dr/stand-up";
import type { Step } from "../../../dr/step";
import { startLocalAwsStep } from "../../../dr/steps/start-local-aws";
import { tearDown } from "../../../dr/tear-down";
import { projectRoot } from "../../../terraform/project-root";
import { toolchain } from "../../../terraform/toolchain";
import { checkedOnInit } from "../../support/checked-on-init";
import { ownMark } from "./marked";
import { anySettings } from "./settings";

// The drill's own engine on a root to be interrupted: node small-drill.mjs FOLDER [ENDPOINT]
// Its apply does not end while FOLDER/hold-apply is there, nor its destroy while FOLDER/hold-destroy is.
// In a given local AWS, its state is in a bucket, which a root of its own makes.
const [folder = "", endpoint] = process.argv.slice(2);
const bucket = "small-drill-state";
// Named and marked as a clean-up looks for it.
const workFolder = join(folder, "dr-2611230300-work");
const source = join(workFolder, "source");

const backend = (tier: string) => ({
  s3: { bucket, key: `dev/eu-west-1/${tier}.tfstate`, region: "eu-west-1", use_lockfile: true },
});

function writeRoot(tier: string, resource: object): void {
  const root = join(source, "cdktf.out/stacks", `dev-eu-west-1-${tier}`);
  mkdirSync(root, { recursive: true });
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(root, ".terraform.lock.hcl"));
  const content = {
    terraform: {
      required_providers: { aws: { source: "aws", version: "5.100.0" } },
      ...(endpoint === undefined ? {} : { backend: backend(tier) }),
    },
    provider: { aws: [{ region: "eu-west-1" }] },
    variable: { ephemeral: { type: "bool", default: false } },
    resource,
  };
  writeFileSync(join(root, "cdk.tf.json"), JSON.stringify(content));
}

const whileThere = (file: string) => `while [ -e '${join(folder, file)}' ]; do sleep 0.2; done`;
const held = { when: "destroy", command: whileThere("hold-destroy") };
// Terraform stores the state of an apply under way with the first change that comes 20 seconds after another one.
const later = { depends_on: ["aws_s3_object.order"], provisioner: { "local-exec": { command: "sleep 21" } } };
const undeclared = { about: "", needs: [], gives: [] };

/** Instead of a clone; what it takes back is nothing, it says what is left when all else has been taken back. */
const writeRoots: Step = {
  ...undeclared,
  title: "Write the roots",
  run: async (drill) => {
    writeRoot("state", { aws_s3_bucket: { state: { bucket, force_destroy: "${var.ephemeral}" } } });
    writeRoot("slow", {
      aws_sns_topic: { quick: { name: "quick" }, next: { name: "next", depends_on: ["terraform_data.slow"] } },
      aws_s3_bucket: { kept: { bucket: "small-drill-kept", force_destroy: "${var.ephemeral}" } },
      aws_s3_object: { order: { bucket: "${aws_s3_bucket.kept.id}", key: "order", content: "1" } },
      terraform_data: {
        held: { provisioner: { "local-exec": held } },
        slow: { provisioner: { "local-exec": { command: whileThere("hold-apply") } } },
        ...(endpoint === undefined ? {} : { later }),
      },
    });
    drill.found.source = { folder: source, roots };
    drill.found.childEnvironment = {
      ...drill.need("childEnvironment"),
      ...ownMark(),
      TF_CLI_CONFIG_FILE: checkedOnInit(folder),
    };
  },
  undo: {
    title: "Count what is left",
    run: async (drill) => {
      const aws = drill.need("aws")("eu-west-1");
      const { Buckets = [] } = await aws.s3.send(new ListBucketsCommand({}));
      const { Topics = [] } = await aws.sns.send(new ListTopicsCommand({}));
      process.stdout.write(`counted ${Buckets.length + Topics.length}\n`);
    },
  },
};

/** Something that no state knows, so that counting is seen to count. */
const makeStray: Step = {
  ...undeclared,
  title: "Make a stray bucket",
  run: async (drill) => {
    await drill
      .need("aws")("us-east-1")
      .s3.send(new CreateBucketCommand({ Bucket: "stray" }));
  },
};

const state = { id: "dev-eu-west-1-state", dependencies: [] };
const roots = [...(endpoint === undefined ? [] : [state]), { id: "dev-eu-west-1-slow", dependencies: [state.id] }];
const standUpSlow: Step = {
  ...undeclared,
  title: "Stand up the root",
  run: (drill, at) => standUp(drill, at, { title: "Stand up the root", roots }),
  undo: { title: "Destroy the root", run: (drill, at) => tearDown(drill, at, "Destroy the root") },
};

mkdirSync(workFolder, { recursive: true, mode: 0o700 });
writeFileSync(join(workFolder, "pid"), String(process.pid));
const drill = new Drill(
  anySettings({
    workFolder,
    reportFolder: join(folder, "report"),
    logFolder: join(folder, "report/logs"),
    terraform: toolchain().terraform,
    where: endpoint === undefined ? { kind: "own" } : { kind: "endpoint", endpoint },
  }),
);
const steps = [startLocalAwsStep, makeStray, writeRoots, standUpSlow];
process.exit(await conduct(steps, drill, { show: () => {} }));
