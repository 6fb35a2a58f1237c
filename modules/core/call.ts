import { TerraformHclModule, TerraformOutput, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { hidden } from "./addresses";
import type { Contract, Outputs } from "./contract";
import { snake } from "./naming";
import { mapOutputs } from "./outputs";
import { everyChoice, known, names } from "./variants";

/** Calls a tier's module from a root: `module.network`, with the settings and needs as its arguments. */
export class ModuleCall<C extends Contract> {
  readonly outputs: Outputs<C>;

  /** `given` may hold the shape, too: the module has it built in. */
  constructor(
    root: TerraformStack,
    readonly contract: C,
    { source, given }: { readonly source: string; readonly given: Readonly<Record<string, unknown>> },
  ) {
    const { name, derived, needs, reads = [] } = contract;
    const choices = everyChoice(contract);
    const builtIn = new Set([...known(choices), ...Object.keys(derived?.shape ?? {})]);
    const inputs = new Set([
      ...builtIn,
      ...names(choices),
      ...Object.keys(needs.shape),
      ...reads.flatMap(({ names }) => Object.keys(names)),
    ]);
    const undeclared = Object.keys(given).find((input) => !inputs.has(input));
    if (undeclared !== undefined)
      throw new Error(`${name}: ${undeclared} is neither a setting nor a need of it. Declare it in its contract.`);
    const module = new TerraformHclModule(root, name, {
      source,
      skipAssetCreationFromLocalModules: true,
      variables: Object.fromEntries(
        Object.entries(given)
          .filter(([input, value]) => !builtIn.has(input) && value !== null)
          .map(([input, value]) => [snake(input), value]),
      ),
    });
    // A comment to Terraform: nothing else in a root says what was derived, because it is built into the module.
    if (derived) root.addOverride(`//.derived.${name}`, some(Object.keys(derived.shape), given));
    this.outputs = mapOutputs(contract, (output) => module.get(output));
  }

  /** Promises the module's outputs as the root's own. */
  expose(root: TerraformStack): void {
    const scope = new Construct(root, hidden.outputs);
    const outputs: Readonly<Record<string, unknown>> = this.outputs;
    for (const [name, { description }] of Object.entries(this.contract.outputs.shape) as [
      string,
      { description?: string },
    ][]) {
      new TerraformOutput(scope, snake(name), { value: outputs[name], description, staticId: true });
    }
  }
}

const some = (names: readonly string[], of: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(names.filter((name) => of[name] !== undefined).map((name) => [name, of[name]]));
