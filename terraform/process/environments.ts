import { toolchain } from "../toolchain";
import variables from "./kept-variables.json";

// What the programs that we start get of the caller's environment:
//
// | export             | who gets it                                    | which AWS                                       |
// |--------------------|------------------------------------------------|-------------------------------------------------|
// | childEnvironment   | everybody, with what else they need            | none                                            |
// | gatedEnvironment   | who calls AWS through the gate, added          | the gate, with credentials given beside         |
// | localEnvironment   | who uses a local AWS behind the gate, added    | the gate, any credentials or the caller's key   |
// | callersEnvironment | Terraform where a person's own AWS is meant    | the caller's                                    |
// | checksEnvironment  | jest, tsc, biome and dependency-cruiser, whole | none                                            |

const kept = new RegExp(variables.anyProgram);
const loopback = "127.0.0.1,localhost,::1";

type Environment = Record<string, string>;

/**
 * An environment made from scratch for a child process: what any program needs of the caller's, and `additions`.
 *
 * The caller's AWS_* and TF_* never reach a child by accident: they would choose another account, endpoint or provider.
 */
export function childEnvironment(
  additions: Readonly<Environment> = {},
  own: NodeJS.ProcessEnv = process.env,
): Environment {
  const environment = some(own, (name) => kept.test(name));
  return { ...environment, ...loopbackDirectly(own), ...additions };
}

/** What keeps calls to loopback from a proxy of the caller's, beside what the caller keeps from it already. */
export function loopbackDirectly(own: NodeJS.ProcessEnv): Environment {
  const noProxy = [own.NO_PROXY ?? own.no_proxy, loopback].filter(Boolean).join(",");
  return { NO_PROXY: noProxy, no_proxy: noProxy };
}

/** An access key, and nothing of what the caller's own files say of credentials, endpoints or certificates. */
export const credentialsOnly = (accessKeyId: string): Environment => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: "testing",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
});

/** Credentials for who does not look at them. */
export const anyCredentials = credentialsOnly("testing");

/** The caller, or the caller's files, may say that endpoints are to be ignored, which would lead to AWS itself. */
const heedsEndpoint = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" };

/** Makes this process, and what it starts as the caller, heed the endpoint that the caller's environment names. */
export function heedEndpoint(own: NodeJS.ProcessEnv = process.env): void {
  if (own.AWS_ENDPOINT_URL) Object.assign(own, heedsEndpoint);
}

/** Names the name server of a local AWS, address and port, for who asks the shop's domain where customers are led. */
export const nameServerVariable = "SHOP_NAME_SERVER";

/** What a program needs to use AWS through the gate, but for credentials. */
export const gatedEnvironment = (gate: string): Environment => ({
  AWS_ENDPOINT_URL: gate,
  ...heedsEndpoint,
  AWS_EC2_METADATA_DISABLED: "true",
  ...terraformSettings(),
});

/**
 * What a program needs to use a local AWS behind the gate.
 *
 * Moto takes any credentials. Another emulator may check them, so there the caller's own key, secret and token pass on,
 * and nothing else of AWS's: a setting beside them, or in the caller's files, may lead past the gate to AWS itself.
 */
export const localEnvironment = (
  gate: string,
  givenEndpoint: boolean,
  own: NodeJS.ProcessEnv = process.env,
): Environment => ({
  ...anyCredentials,
  ...(givenEndpoint && own.AWS_ACCESS_KEY_ID ? some(own, (name) => credentialNames.includes(name)) : {}),
  ...gatedEnvironment(gate),
});

const credentialNames = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/** What Terraform needs to use the AWS that the caller's environment points to, whatever it is. */
export function callersEnvironment(own: NodeJS.ProcessEnv = process.env): Environment {
  // The provider fails to start with a CA bundle where there is no TLS.
  const isPlain = own.AWS_ENDPOINT_URL?.startsWith("http:") ?? false;
  const aws = some(own, (name) => name.startsWith("AWS_") && !(name === "AWS_CA_BUNDLE" && isPlain));
  const heeds = own.AWS_ENDPOINT_URL ? heedsEndpoint : {};
  return childEnvironment({ ...aws, ...heeds, ...terraformSettings() }, own);
}

/** The caller's environment without what would choose another account, endpoint or provider, lead loopback to a proxy, or is npm's own. */
export const checksEnvironment = (own: NodeJS.ProcessEnv = process.env): Environment => ({
  ...some(own, (name) => !disturbs.test(name)),
  ...loopbackDirectly(own),
  CHECKPOINT_DISABLE: "1",
  // AWS says it once a process, on Node.js 20.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
});

// npm passes its command line and this package on; registry, cache and proxies are kept.
const disturbs =
  /^(AWS_|TF_|CDKTF_|npm_(lifecycle|package|command|execpath|node_execpath|config_(argv|local_prefix))|NODE_OPTIONS$|INIT_CWD$)/;

const terraformSettings = (): Environment => ({
  CHECKPOINT_DISABLE: "1",
  TF_CLI_CONFIG_FILE: toolchain().terraformCliConfig,
});

const some = (own: NodeJS.ProcessEnv, isWanted: (name: string) => boolean): Environment =>
  Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined && isWanted(entry[0])),
  );
