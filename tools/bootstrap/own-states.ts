import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { stateContract } from "../../modules/state/contract";
import type { Environment } from "../../regions/schema/environment";
import { stackId } from "../../regions/wiring/location";
import { callersEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { TerraformRoot } from "../../terraform/root";
import { OwnState } from "../../terraform/states/own-state";
import { rootFolder } from "../../terraform/synthesized";
import { toolchain } from "../../terraform/toolchain";
import { callersS3 } from "./callers-s3";

/** Where a person's states are until their bucket has them: apart for "aws", or an endpoint's host and port. */
function folder(): string {
  const { AWS_ENDPOINT_URL: endpoint } = process.env;
  const aws = endpoint ? endpoint.replace(/^https?:\/\//, "").replace(/[^\w.]+/g, "-") : "aws";
  return join(projectRoot, "bootstrap-states", aws);
}

/** The states of the state roots of an environment, from what was synthesized, in the AWS of the caller. */
export const ownStates = ({ name, account, regions }: Environment, out: string): OwnState[] =>
  regions.map((region) => {
    const id = stackId(name, region.name, stateContract.name);
    const root = new TerraformRoot(rootFolder(out, id), {
      terraform: toolchain().terraform,
      environment: callersEnvironment(),
    });
    const s3 = callersS3(account);
    const clients = (home: string) => ({
      s3: s3(home),
      dynamodb: new DynamoDBClient({ region: home }),
      kms: new KMSClient({ region: home }),
    });
    return new OwnState(root, { file: join(folder(), `${id}.tfstate`), clients });
  });

/** Where the states are that have not moved into their bucket, and how to go on. */
export const keptStates = ({ name }: Environment): string[] =>
  (existsSync(folder()) ? readdirSync(folder()) : [])
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith(".tfstate"))
    .map(
      (file) =>
        `${file.replace(/\.tfstate$/, "")}: its state is still in ${join(folder(), file)}; keep it, and run the same command again to go on`,
    );
