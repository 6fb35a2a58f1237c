import { DataTerraformRemoteStateS3, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { hidden } from "../../modules/core/addresses";
import type { Contract, Outputs } from "../../modules/core/contract";
import { mapOutputs } from "../../modules/core/outputs";
import type { Environment } from "../schema/environment";
import { placeOf, stateLocation } from "./location";

/** What a root reads of other roots, each remote state once: `data.terraform_remote_state.network`. */
export class RemoteStates {
  private readonly scope: Construct;
  private readonly states = new Map<string, DataTerraformRemoteStateS3>();

  constructor(
    root: TerraformStack,
    private readonly environment: Environment,
    private readonly region: string,
  ) {
    this.scope = new Construct(root, hidden.states);
  }

  outputs<C extends Contract>(contract: C): Outputs<C> {
    const state = this.states.get(contract.name) ?? this.read(contract);
    return mapOutputs(contract, (output) => state.get(output));
  }

  private read({ name, scope }: Contract): DataTerraformRemoteStateS3 {
    // No lock table here: Terraform 1.11 warns of it wherever it is repeated, and reading takes no lock.
    const { bucket, key, region } = stateLocation(this.environment, placeOf(scope, this.region), name);
    const state = new DataTerraformRemoteStateS3(this.scope, name, { bucket, key, region });
    this.states.set(name, state);
    return state;
  }
}
