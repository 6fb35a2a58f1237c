import { databaseUser } from "../../modules/api/contract";
import { fixed } from "../../modules/database/fixed";
import type { Request } from "./decide";
import { type Case, type Cases, decrypt, login, ofCluster, read, through } from "./requests";
import { things } from "./roles";

const log = (name: string) => `${things.logs(name)}:log-stream:1/app/0123456789`;
const pull = (name: string): Request => ({ action: "ecr:BatchGetImage", resource: things.image(name) });
const other = { api: "web", web: "api" } as const;
type Name = keyof typeof other;

/** What the shop's own code may on whatever it runs, and what it may not. */
const database: readonly Case[] = [["log in as its own user", login(databaseUser)]];
/** What nobody needs who logs in by IAM. */
const masterSecret: readonly Case[] = [
  ["read the database's secret", read(things.databaseSecret, ofCluster(things.cluster))],
  ["decrypt it through Secrets Manager", { ...decrypt, context: through("secretsmanager") }],
];
const mayOf: Record<Name, readonly Case[]> = { api: database, web: [] };
const mayNotOf: Record<Name, readonly Case[]> = {
  web: [...database, ...masterSecret],
  api: [["log in as the master user", login(fixed.masterUsername)], ...masterSecret],
};

/** What starts a container: it has to do with one image and one log only. */
const starts = (name: Name): Cases => ({
  may: [
    ["sign in to ECR", { action: "ecr:GetAuthorizationToken", resource: "*" }],
    ["pull its own image", pull(name)],
    ["write its own log", { action: "logs:PutLogEvents", resource: log(name) }],
  ],
  mayNot: [
    ["pull another image", pull(other[name])],
    ["push an image", { action: "ecr:PutImage", resource: things.image(name) }],
    ["write another log", { action: "logs:PutLogEvents", resource: log(other[name]) }],
    ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
  ],
});

/** A container: its log is written for it. */
const task = (name: Name): Cases => ({
  may: mayOf[name],
  mayNot: [
    ...mayNotOf[name],
    ["write a log by itself", { action: "logs:PutLogEvents", resource: log(name) }],
    ["pull an image", pull(name)],
    ["read the origin secret", read(things.originSecret)],
  ],
});

const join: Request = { action: "ec2:CreateNetworkInterface", resource: "*" };
const byCode = (name: Name) => ({ "lambda:SourceFunctionArn": things.function(name) });

/** A function: Lambda puts it into the VPC with the role that its code has. */
const called = (name: Name): Cases => ({
  may: [
    ...mayOf[name],
    ["be put into the VPC", join],
    ["write its own log", { action: "logs:PutLogEvents", resource: log(name) }],
    ["tell X-Ray of its requests", { action: "xray:PutTraceSegments", resource: "*" }],
  ],
  mayNot: [
    ...mayNotOf[name],
    ["make network interfaces in its code", { ...join, context: byCode(name) }],
    ["write another log", { action: "logs:PutLogEvents", resource: log(other[name]) }],
    ["call itself", { action: "lambda:InvokeFunction", resource: things.function(name) }],
    ["read the origin secret", read(things.originSecret)],
  ],
});

/** The roles of services that run on something else than instances. */
export const computeCases: Readonly<Record<string, Cases>> = {
  "api-on-ecs tasks_execution": starts("api"),
  "api-on-ecs role": task("api"),
  "api-on-lambda role": called("api"),
  "web-on-ecs tasks_execution": starts("web"),
  "web-on-ecs role": task("web"),
  "web-on-lambda role": called("web"),
};
