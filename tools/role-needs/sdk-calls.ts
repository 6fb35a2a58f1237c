import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../../terraform/files-in";
import { projectRoot } from "../../terraform/project-root";
import type { Operation } from "./operation";

/** What actions begin with, by the client of the SDK, where it is not the client's own name. */
const prefixes: Readonly<Record<string, string>> = {
  "application-auto-scaling": "application-autoscaling",
  apigatewayv2: "apigateway",
  "auto-scaling": "autoscaling",
  "cloudwatch-logs": "logs",
  "cognito-identity-provider": "cognito-idp",
  "config-service": "config",
  "elastic-load-balancing-v2": "elasticloadbalancing",
  eventbridge: "events",
  "resource-groups-tagging-api": "tag",
  "route-53": "route53",
  "secrets-manager": "secretsmanager",
  "service-quotas": "servicequotas",
};

/** IAM knows API Gateway by methods alone. */
const methods: readonly (readonly [RegExp, string])[] = [[/^Get/, "GET"]];

/**
 * The operations that the code in some folders can ask AWS for by itself, whether or not a run came to it: what it imports
 * of the SDK's clients.
 */
export function sdkOperations(folders: readonly string[]): Operation[] {
  const texts = folders.flatMap((folder) =>
    filesIn(join(projectRoot, folder))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(projectRoot, folder, file), "utf8")),
  );
  const imports = texts.flatMap((text) => [...text.matchAll(/import \{([^}]+)\} from "@aws-sdk\/client-([\w-]+)"/g)]);
  return imports.flatMap(([, names = "", client = ""]) =>
    [...names.matchAll(/\b(?:(\w+)Command|paginate(\w+))\b/g)].map(([, command, paginated = ""]) =>
      operation(client, command ?? paginated),
    ),
  );
}

function operation(client: string, name: string): Operation {
  const service = prefixes[client] ?? client;
  if (service !== "apigateway") return { service, names: [name] };
  const method = methods.find(([pattern]) => pattern.test(name))?.[1];
  if (method === undefined) throw new Error(`${client} ${name}: say in sdk-calls.ts by which method it is called.`);
  return { service, names: [method] };
}
