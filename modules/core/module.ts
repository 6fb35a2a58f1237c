import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type ISynthesisSession, TerraformOutput, type TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { AddressedStack, hidden } from "./addresses";
import type { Contract, Inputs, Placed, Tier } from "./contract";
import { declare } from "./declare";
import type { Field } from "./field";
import { inputSchemas, inputs } from "./inputs";
import { ModuleFile } from "./module-file";
import { snake } from "./naming";
import { chosen, shapeOf } from "./variants";

/** What every module accepts. The drill runs with AWS provider 5.100; with 6 modules have the same arguments. */
const requirements = {
  required_version: ">= 1.11, < 2.0",
  required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
};

/**
 * A tier as a Terraform module: the one artifact that live roots, the recovery root and other Terraform users call.
 *
 * It has variables, resources and outputs, but neither provider nor backend. It is no stack of the cdktf command line:
 * it is written in the form that people read, `main`, `variables`, `outputs` and `versions`, below `modules/`, with the
 * files that its resources are made from.
 */
export class TierModule<C extends Contract> extends AddressedStack {
  private readonly paths: string[];

  constructor(
    scope: Construct,
    path: string,
    { tier, placed }: { readonly tier: Tier<C>; readonly placed: Placed<C> },
  ) {
    super(scope, `module/${path}`.replaceAll("/", "-"));
    this.paths = [path];
    this.synthesizer = {
      synthesize: ({ outdir }: ISynthesisSession) => {
        this.runAllValidations();
        this.write(this.paths.map((one) => join(outdir, "modules", one)));
      },
    };
    new AwsProvider(this, "aws"); // cdktf refuses resources without a provider; `write` leaves it out

    const { contract } = tier;
    const choices = chosen(contract, { ...placed });
    const variables = this.variables(inputs(contract, choices));
    const late = Object.fromEntries(
      inputSchemas(contract, choices)
        .flatMap(({ shape }) => Object.keys(shape))
        .map((name) => [name, variables.get(snake(name))]),
    );

    const promised = new tier(this, hidden.tier, {
      ...shapeOf(contract, placed),
      ...late,
    } as unknown as Inputs<C>) as unknown as Record<string, unknown>;
    const outputs = new Construct(this, hidden.outputs);
    for (const [name, { description }] of Object.entries(contract.outputs.shape) as [
      string,
      { description?: string },
    ][]) {
      new TerraformOutput(outputs, snake(name), { value: promised[name], description, staticId: true });
    }
  }

  private variables(declared: readonly Field[]): Map<string, unknown> {
    const scope = new Construct(this, hidden.variables);
    return new Map(
      declared.map((field) => {
        const variable = declare(scope, field);
        return [field.name, value(variable, field.type)];
      }),
    );
  }

  /** Writes the same module to another path, too. */
  alsoAt(path: string): void {
    this.paths.push(path);
  }

  private write(folders: readonly string[]): void {
    const { variable, output, resource, data, ephemeral, locals, moved } = this.toTerraform();
    const files = {
      main: { data, ephemeral, locals, moved, resource },
      variables: { variable },
      outputs: { output },
      versions: { terraform: requirements },
    };
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      const text = `${JSON.stringify(content, withoutMetadata, 2)}\n`;
      for (const folder of folders) writeFileSync(join(folder, `${name}.tf.json`), text);
    }
    for (const file of this.node.findAll().filter((one) => one instanceof ModuleFile))
      for (const folder of folders) writeFileSync(join(folder, file.name), file.content);
  }
}

/** cdktf's notes on where a resource was declared: of no use to those who read a module. */
const withoutMetadata = (key: string, value: unknown): unknown => (key === "//" ? undefined : value);

const value = (variable: TerraformVariable, type: string): unknown => {
  switch (type) {
    case "list(string)":
      return variable.listValue;
    case "map(string)":
      return Token.asStringMap(variable.value);
    case "string":
      return variable.stringValue;
    default:
      return variable.value;
  }
};
