import { childEnvironment } from "../../terraform/process/child-environment";
import { toolchain } from "../../terraform/toolchain";

/** What Terraform gets of the caller's environment: the caller's own AWS, whatever it is. */
export function awsEnvironment(own: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const { terraformCliConfig } = toolchain();
  const aws = Object.entries(own).flatMap(([name, value]): [string, string][] =>
    name.startsWith("AWS_") && value !== undefined && !(name === "AWS_CA_BUNDLE" && isPlain(own))
      ? [[name, value]]
      : [],
  );
  return childEnvironment({
    ...Object.fromEntries(aws),
    CHECKPOINT_DISABLE: "1",
    TF_CLI_CONFIG_FILE: terraformCliConfig,
  });
}

/** Names the AWS that the environment points to, as a folder can be named: "aws", or an endpoint's host and port. */
export const whichAws = ({ AWS_ENDPOINT_URL: endpoint }: NodeJS.ProcessEnv = process.env): string =>
  endpoint ? endpoint.replace(/^https?:\/\//, "").replace(/[^\w.]+/g, "-") : "aws";

/** The provider fails to start with a CA bundle where there is no TLS. */
const isPlain = ({ AWS_ENDPOINT_URL: endpoint }: NodeJS.ProcessEnv): boolean => endpoint?.startsWith("http:") ?? false;
