import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, S3Backend, TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { AddressedStack, hidden } from "./addresses";
import { fields } from "./field";
import { snake } from "./naming";
import { type RunInputs, runInputs } from "./run";

/** What a root's provider works with: the account and region of its resources. */
export interface ProviderConfig {
  readonly account: string;
  readonly region: string;
  /** The tags of every resource; the same in a live root and in a recovery, so that one can adopt the other's resources. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Where a root's state lives, and what locks it. */
export interface StateLocation {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly lockTable: string;
  /** Whether an object beside the state locks it, too; by default it does. */
  readonly lockFile?: boolean;
}

/** A root stack: the provider of one region of one account, and a state of its own. */
export abstract class Root extends AddressedStack {
  constructor(app: App, id: string, provider: ProviderConfig & { readonly state: StateLocation }) {
    super(app, id);
    const { account, tags, state } = provider;
    new AwsProvider(this, "aws", {
      region: provider.region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: { ...tags } }],
    });
    const { bucket, key, region, lockTable, lockFile = true } = state;
    const backend = new S3Backend(this, { bucket, key, region, dynamodbTable: lockTable });
    backend.addOverride("use_lockfile", lockFile); // cdktf 0.21 has no property for it
    this.refuseWorkspaces();
  }

  /**
   * A workspace has a state of its own: Terraform would make everything a second time, beside what stands. A check would
   * only warn; a condition of an output stops the plan, and one that is null is in no state.
   */
  private refuseWorkspaces(): void {
    // Not by a TerraformOutput: cdktf's command line would look for its value, and 0.21 writes no precondition.
    this.addOverride("output.default_workspace", {
      value: null,
      description: "Nothing: it only refuses a plan in any workspace but the default one.",
      precondition: {
        condition: '${terraform.workspace == "default"}',
        error_message:
          "Each root has one state, that of the workspace named default. Unset TF_WORKSPACE, or run: terraform workspace select default",
      },
    });
  }

  /** The variables of a run that a root hands on, with these defaults. */
  protected runVariables(defaults: Partial<RunInputs>): Record<keyof RunInputs, unknown> {
    const scope = new Construct(this, hidden.variables);
    const given: Readonly<Record<string, unknown>> = defaults;
    const entries = fields("run", runInputs).map((field) => {
      const name = Object.keys(defaults).find((key) => snake(key) === field.name);
      if (name === undefined) return undefined;
      const variable = new TerraformVariable(scope, field.name, {
        type: field.type,
        description: field.description,
        default: given[name] === null ? Token.nullValue() : given[name],
        nullable: field.nullable,
      });
      return [name, variable.value];
    });
    return Object.fromEntries(entries.filter((entry) => entry !== undefined));
  }
}
