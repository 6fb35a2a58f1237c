import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";
import type { Called } from "../gate/protocol";

/** What a call asks for: the name of a service as AWS signs or models it, and the operation that it may be. */
export interface Operation {
  readonly service: string;
  /** Several where only values tell them apart. For API Gateway, the method, which is all that IAM knows of it. */
  readonly names: readonly string[];
}

type Logged = Pick<Called, "service" | "action">;

/** Which operations logged calls are, one for each. REST calls are known by method and path. Throws where no model has one. */
export function operationsOf(calls: readonly Logged[]): Operation[] {
  const rest = calls.filter(({ service, action }) => action.includes(" /") && service !== "apigateway");
  const named = new Map(modelled(rest).map((names, at) => [rest[at], names]));
  return calls.map((call) => {
    const { service, action } = call;
    if (service === "apigateway") return { service, names: [action.split(" ")[0] ?? ""] };
    const found = named.get(call);
    if (found === undefined) return { service, names: [action] };
    const [model = ""] = found[0]?.split(" ") ?? [];
    if (model === "") throw new Error(`${service} ${action}: the SDK for Python knows no such call.`);
    return { service: model, names: found.map((one) => one.slice(model.length + 1)) };
  });
}

function modelled(calls: readonly Logged[]): string[][] {
  if (calls.length === 0) return [];
  const script = join(projectRoot, "tools/role-needs/operations.py");
  const input = JSON.stringify(calls.map(({ service, action }) => [service, ...splitOnce(action)]));
  return JSON.parse(execFileSync(toolchain().python, [script], { input, encoding: "utf8", maxBuffer: 50_000_000 }));
}

const splitOnce = (action: string): string[] => {
  const at = action.indexOf(" ");
  return [action.slice(0, at), action.slice(at + 1)];
};
