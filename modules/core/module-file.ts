import { Construct } from "constructs";

interface ModuleFileOptions {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A file that goes with a module, beside its JSON: what an argument such as `filename` of a resource names. */
export class ModuleFile extends Construct {
  readonly name: string;
  readonly content: Uint8Array;
  /** Where Terraform finds it, wherever the module is. */
  readonly path: string;

  constructor(scope: Construct, id: string, { name, content }: ModuleFileOptions) {
    super(scope, id);
    this.name = name;
    this.content = content;
    this.path = `\${path.module}/${name}`;
  }
}
