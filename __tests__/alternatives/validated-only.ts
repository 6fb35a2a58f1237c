import { join } from "node:path";
import { type RootFile, readRootFile } from "../../terraform/root-file";
import { account, plansOfRoots } from "../terraform/planned";
import { liveRootsOf, synthesizedAs } from "./synthesized";
import { type Alternative, alternatives } from "./table";

/** Plans the roots of the alternatives that no test applies, below `out`; gives the folder with the JSON of each plan. */
export function plansOfValidatedOnly(out: string): Promise<string> {
  const only = alternatives.filter(({ proof }) => typeof proof === "object");
  const { out: synthesized } = synthesizedAs("as it is");
  // The id of an image that the local AWS has.
  const images = { "/shop/web/image": "ami-1e749f67" };
  return plansOfRoots(only.flatMap(rootsOf), { synthesized, out, images });
}

/** Its roots, in the one account that all are planned in; each module is called by its tier and its environment. */
function rootsOf(one: Alternative): RootFile[] {
  const { environment, account: own, out } = synthesizedAs(one.name);
  return liveRootsOf(environment, one).map((id) => {
    const root = readRootFile(join(out, "stacks", id));
    const { module, ...rest }: RootFile = JSON.parse(JSON.stringify(root).replaceAll(own, account));
    const calls = Object.entries(module).map(([tier, call]) => [`${tier}-${environment}`, call]);
    return { ...rest, module: Object.fromEntries(calls) };
  });
}
