import { TerraformHclModule, TerraformOutput, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { hidden } from "./addresses";
import type { Contract, Outputs } from "./contract";
import { snake } from "./naming";
import { mapOutputs } from "./outputs";

/** Calls a tier's module from a root: `module.network`, with the settings and needs as its arguments. */
export class ModuleCall<C extends Contract> {
  readonly outputs: Outputs<C>;

  /** `given` may hold the shape, too: the module has it built in. */
  constructor(
    root: TerraformStack,
    readonly contract: C,
    source: string,
    given: Readonly<Record<string, unknown>>,
  ) {
    const { name, shape, derived, variants } = contract;
    const builtIn = new Set([
      ...Object.keys({ ...shape.shape, ...derived?.shape }),
      ...(variants ? [variants.by, ...Object.values(variants.of).flatMap((one) => Object.keys(one.shape.shape))] : []),
    ]);
    const known = new Set([...builtIn, ...variablesOf(contract)]);
    const stranger = Object.keys(given).find((input) => !known.has(input));
    if (stranger !== undefined)
      throw new Error(`${name}: ${stranger} is neither a setting nor a need of it. Declare it in its contract.`);
    const module = new TerraformHclModule(root, name, {
      source,
      skipAssetCreationFromLocalModules: true,
      variables: Object.fromEntries(
        Object.entries(given)
          .filter(([input, value]) => !builtIn.has(input) && value !== null)
          .map(([input, value]) => [snake(input), value]),
      ),
    });
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

const variablesOf = ({ settings, needs, variants }: Contract): string[] =>
  [settings, needs, ...Object.values(variants?.of ?? {}).map((one) => one.settings)].flatMap(({ shape }) =>
    Object.keys(shape),
  );
