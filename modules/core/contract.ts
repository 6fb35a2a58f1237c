import type { Construct } from "constructs";
import type { z } from "zod";
import type { Late, LateFields } from "./late";
import type { Rule } from "./rule";
import type { RunInputs } from "./run";

/**
 * The public surface of a tier: one declaration, read by the type checker, the region files, the Terraform variables
 * and the generated documentation.
 *
 * - `scope` is where the tier exists once: for all regions, in every region used, or in a region that is live.
 * - `shape` decides which resources exist. Known at synth: branch and loop on it.
 * - `settings` decide attributes. Variables of the module: pass them through.
 * - `variants` are alternatives of one tier, each with a shape and settings of its own; the outputs are the same in all.
 * - `needs` are what other tiers promise, and what a run decides. Variables of the module, too.
 * - `outputs` are what this tier promises to others.
 * - `rules` hold between settings; region files and Terraform check them.
 */
export interface Contract {
  readonly name: string;
  readonly summary: string;
  readonly scope: "global" | "account" | "region";
  readonly shape: z.ZodObject;
  readonly settings: z.ZodObject;
  readonly variants?: Variants;
  readonly needs: z.ZodObject;
  readonly outputs: z.ZodObject;
  readonly rules?: readonly Rule[];
}

/** Alternatives of a tier: `by` names the field of a region file that chooses one of `of`. */
export interface Variants {
  readonly by: string;
  readonly description: string;
  readonly fallback: string;
  readonly of: Readonly<Record<string, Pick<Contract, "shape" | "settings">>>;
}

/** The fields of a schema; an empty schema has none (zod would say "no field may exist"). */
export type Fields<S> = S extends z.ZodObject<infer Raw> ? { readonly [K in keyof Raw]: z.output<Raw[K]> } : never;

type VariantOf<C extends Contract, Of extends "given" | "late"> = C extends { variants: infer V extends Variants }
  ? { [K in keyof V["of"] & string]: Variant<V, K, Of> }[keyof V["of"] & string]
  : unknown;
type Variant<V extends Variants, K extends string, Of> = { readonly [By in V["by"]]: K } & Fields<
  Choice<V, K>["shape"]
> &
  (Of extends "late" ? LateFields<Choice<V, K>["settings"]> : Fields<Choice<V, K>["settings"]>);
type Choice<V extends Variants, K extends string> = V["of"][K] & Pick<Contract, "shape" | "settings">;

/** What a region file says about a tier, with every default filled in. */
export type Config<C extends Contract> = Fields<C["shape"]> & Fields<C["settings"]> & VariantOf<C, "given">;
export type Outputs<C extends Contract> = LateFields<C["outputs"]>;

/** What a tier is given by others; what a run decides comes from the host. */
export type Needs<C extends Contract> = {
  readonly [K in Exclude<keyof Fields<C["needs"]>, keyof RunInputs>]: Given<Fields<C["needs"]>[K]>;
};
type Given<T> = T | Late<T>;

/** What the tier's construct works with: the shape known, everything else late. */
export type Inputs<C extends Contract> = Fields<C["shape"]> &
  LateFields<C["settings"]> &
  LateFields<C["needs"]> &
  VariantOf<C, "late">;

/** A construct class that fulfils a contract. */
export interface Tier<C extends Contract> {
  readonly contract: C;
  new (scope: Construct, id: string, inputs: Inputs<C>): Construct & Outputs<C>;
}

/** Declares a contract; exists so that the literal types are kept. */
export const contract = <const C extends Contract>(declared: C): C => declared;
