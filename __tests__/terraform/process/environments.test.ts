import { execFileSync } from "node:child_process";
import {
  callersEnvironment,
  checksEnvironment,
  childEnvironment,
  heedEndpoint,
  localEnvironment,
} from "../../../terraform/process/environments";
import { changesTo, exportLines } from "../../../tools/local-aws/export-lines";

const caller = {
  PATH: "/bin",
  HOME: "/home/me",
  LC_ALL: "C",
  HTTPS_PROXY: "http://proxy:3128",
  NO_PROXY: "intra",
  AWS_PROFILE: "prod",
  AWS_CA_BUNDLE: "/ca.pem",
  AWS_ACCESS_KEY_ID: "real",
  AWS_SECRET_ACCESS_KEY: "real-secret",
  AWS_ENDPOINT_URL_S3: "https://s3.example.com",
  TF_CLI_ARGS: "-no-color",
  TF_VAR_name: "x",
  NODE_OPTIONS: "--inspect",
};

it("gives a child what any program needs, and neither the caller's AWS nor Terraform settings", () => {
  expect(childEnvironment({ AWS_REGION: "eu-west-1" }, caller)).toEqual({
    PATH: "/bin",
    HOME: "/home/me",
    LC_ALL: "C",
    HTTPS_PROXY: "http://proxy:3128",
    NO_PROXY: "intra,127.0.0.1,localhost,::1",
    no_proxy: "intra,127.0.0.1,localhost,::1",
    AWS_REGION: "eu-west-1",
  });
});

it("keeps the caller's credentials from our own local AWS", () => {
  const environment = localEnvironment("http://127.0.0.1:5", false, caller);
  expect(environment).toMatchObject({
    AWS_ACCESS_KEY_ID: "testing",
    AWS_SECRET_ACCESS_KEY: "testing",
    AWS_ENDPOINT_URL: "http://127.0.0.1:5",
  });
  expect(Object.keys(environment)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/PROFILE|CA_BUNDLE|URL_S3/)]),
  );
});

it("passes the caller's key to a local AWS that was given, and nothing of AWS's that could lead past it", () => {
  const own = { ...caller, AWS_SESSION_TOKEN: "real-token", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" };
  const given = localEnvironment("http://127.0.0.1:5", true, own);
  expect(Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith("AWS_")))).toEqual({
    AWS_ACCESS_KEY_ID: "real",
    AWS_SECRET_ACCESS_KEY: "real-secret",
    AWS_SESSION_TOKEN: "real-token",
    AWS_ENDPOINT_URL: "http://127.0.0.1:5",
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  });
});

it("heeds the endpoint that the caller names, whatever else says to ignore it", () => {
  const own = { ...caller, AWS_ENDPOINT_URL: "http://127.0.0.1:5", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" };
  expect(callersEnvironment(own)).toMatchObject({ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" });
  const process = { ...own };
  heedEndpoint(process);
  expect(process.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS).toBe("false");
});

it("prints lines that survive a shell, and unsets what would lead elsewhere", () => {
  const own = { ...caller, TF_WORKSPACE: "qa", NO_PROXY: "intra" };
  const environment = { AWS_ENDPOINT_URL: "http://127.0.0.1:5", TF_CLI_CONFIG_FILE: "/a b/it's $HOME" };
  const names = ["AWS_ENDPOINT_URL", "TF_CLI_CONFIG_FILE", "AWS_PROFILE", "AWS_ENDPOINT_URL_S3", "TF_WORKSPACE"];
  const shown = [...names, "TF_VAR_name", "NO_PROXY"].map((name) => `"\${${name}-unset}"`).join(" ");
  const script = `${exportLines(changesTo(environment, own))}printf '%s|' ${shown}`;
  expect(execFileSync("sh", ["-c", script], { env: own, encoding: "utf8" })).toBe(
    "http://127.0.0.1:5|/a b/it's $HOME|unset|unset|unset|unset|intra,127.0.0.1,localhost,::1|",
  );
});

it("prints no secret of the caller's", () => {
  const own = { ...caller, AWS_SESSION_TOKEN: "real-token" };
  const environment = localEnvironment("http://127.0.0.1:5", true, own);
  expect(environment.AWS_SECRET_ACCESS_KEY).toBe("real-secret");
  expect(JSON.stringify(changesTo(environment, own))).not.toContain("real");
  expect(exportLines(changesTo(environment, own))).not.toMatch(/real|unset AWS_(ACCESS|SECRET|SESSION)/);
});

it("passes the caller's own AWS to Terraform where a person means that, but no CA bundle where there is no TLS", () => {
  const own = { ...caller, AWS_ENDPOINT_URL: "https://aws.example.com" };
  expect(callersEnvironment(own)).toMatchObject({ AWS_PROFILE: "prod", AWS_CA_BUNDLE: "/ca.pem", HOME: "/home/me" });
  expect(callersEnvironment(own)).not.toHaveProperty("TF_VAR_name");
  expect(callersEnvironment({ ...own, AWS_ENDPOINT_URL: "http://127.0.0.1:5" })).not.toHaveProperty("AWS_CA_BUNDLE");
});

it("keeps the caller's AWS, Terraform and Node.js settings from the checks, and nothing else", () => {
  const given = checksEnvironment({ ...caller, EDITOR: "vi", npm_config_registry: "https://npm.example.com" });
  expect(given).toMatchObject({ EDITOR: "vi", npm_config_registry: "https://npm.example.com" });
  expect(given).toMatchObject({ HTTPS_PROXY: "http://proxy:3128", NO_PROXY: "intra,127.0.0.1,localhost,::1" });
  expect(Object.keys(given).filter((name) => /^AWS_(?!SDK)|^TF_|^NODE_/.test(name))).toEqual([]);
});
