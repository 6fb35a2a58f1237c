import type { Construct } from "constructs";
import type { z } from "zod";
import type { LateFields } from "./late";
import type { Rule } from "./rule";
import type { RunInputs } from "./run";

/**
 * The public surface of a tier: one declaration, read by the type checker, the region files, the Terraform variables
 * and the generated documentation.
 *
 * - `scope` is where the tier exists once: for all regions, in every region used, or in a region that is live.
 * - `shape` decides which resources exist. Known at synth: branch and loop on it.
 * - `settings` decide attributes. Variables of the module: pass them through.
 * - `variants` are alternatives of one tier, each with a shape and settings of its own, and perhaps alternatives in turn;
 *   the outputs are the same in all.
 * - `derived` is shape that no region file says, because it follows from other regions or tiers; the wiring gives it.
 * - `reads` are outputs of other tiers; the host reads them, as a module's output or from a remote state.
 * - `needs` are what the wiring gives, and what a run decides. Variables of the module, too.
 * - `outputs` are what this tier promises to others.
 * - `rules` hold between settings; region files and Terraform check them.
 * - `after` are tiers that must exist before, wherever they are, though nothing is read from them.
 * - `stores` are the data that the tier keeps, and where copies of it go.
 * - `optional` tiers are there only in regions whose file names them.
 */
export interface Contract extends Choice {
  readonly name: string;
  readonly summary: string;
  readonly scope: "global" | "account" | "region";
  readonly derived?: z.ZodObject;
  readonly reads?: readonly Reads[];
  readonly needs: z.ZodObject;
  readonly outputs: z.ZodObject;
  readonly rules?: readonly Rule[];
  readonly after?: readonly Contract[];
  readonly stores?: readonly Store[];
  readonly optional?: true;
}

/** Outputs of another tier, by the names that the reader has for them. */
export interface Reads {
  /** The tier that promises them; or every other one of the same scope that does, whose lists are joined. */
  readonly from: Contract | "every";
  readonly names: Readonly<Record<string, string>>;
  readonly fields: z.ZodObject;
  /** Whether they are null where a region does not have the tier. */
  readonly optional: boolean;
}

/** What may be said about a tier, or about one of its alternatives. */
export interface Choice {
  readonly shape: z.ZodObject;
  readonly settings: z.ZodObject;
  readonly variants?: Variants;
}

/** Data that a tier keeps. */
export interface Store {
  readonly name: string;
  readonly holds: string;
  /** Whether it holds personal data; or the field of the region file that says so. */
  readonly personalData: boolean | { readonly field: string };
  /** The field of the region file that names other regions, which copies go to. */
  readonly copiedTo?: string;
}

/** Alternatives of a tier: `by` names the field of a region file that chooses one of `of`. */
export interface Variants {
  readonly by: string;
  readonly description: string;
  readonly fallback: string;
  readonly of: Readonly<Record<string, Choice>>;
}

/** The fields of a schema; an empty schema has none (zod would say "no field may exist"). */
export type Fields<S> = S extends z.ZodObject<infer Raw> ? { readonly [K in keyof Raw]: z.output<Raw[K]> } : never;

/** The fields of a schema as a region file gives them: what has a default may be left out. */
type FileFields<S> =
  S extends z.ZodObject<infer Raw>
    ? { readonly [K in keyof Raw as undefined extends z.input<Raw[K]> ? never : K]: z.input<Raw[K]> } & {
        readonly [K in keyof Raw as undefined extends z.input<Raw[K]> ? K : never]?: z.input<Raw[K]>;
      }
    : never;

/** Whom the fields are for: a region file, what has its defaults filled in, or the construct in a module. */
type Reader = "file" | "known" | "late";
type VariantOf<C extends Choice, Of extends Reader> = C extends { variants: infer V extends Variants }
  ? { [K in keyof V["of"] & string]: Of extends "file" ? VariantFile<V, K> : Variant<V, K, Of> }[keyof V["of"] & string]
  : unknown;
type Variant<V extends Variants, K extends string, Of extends Reader> = { readonly [By in V["by"]]: K } & Fields<
  V["of"][K]["shape"]
> &
  (Of extends "late" ? LateFields<V["of"][K]["settings"]> : Fields<V["of"][K]["settings"]>) &
  VariantOf<V["of"][K], Of>;

/** The fallback need not be named, so the fields of the others are refused by name. */
type VariantFile<V extends Variants, K extends string> = (K extends V["fallback"]
  ? { readonly [By in V["by"]]?: K }
  : { readonly [By in V["by"]]: K }) &
  FileFields<V["of"][K]["shape"]> &
  FileFields<V["of"][K]["settings"]> &
  VariantOf<V["of"][K], "file"> & {
    readonly [Other in Exclude<NamesOfAny<V["of"]>, NamesOf<V["of"][K]>>]?: never;
  };
type NamesOf<One extends Choice> =
  | keyof Fields<One["shape"]>
  | keyof Fields<One["settings"]>
  | (One extends { variants: infer V extends Variants } ? V["by"] | NamesOfAny<V["of"]> : never);
type NamesOfAny<Of extends Variants["of"]> = { [K in keyof Of]: NamesOf<Of[K]> }[keyof Of];

/** What a region file says about a tier. */
export type ConfigFile<C extends Contract> = FileFields<C["shape"]> & FileFields<C["settings"]> & VariantOf<C, "file">;
/** What a region file says about a tier, with every default filled in. */
export type Config<C extends Contract> = Fields<C["shape"]> & Fields<C["settings"]> & VariantOf<C, "known">;
/** All that the wiring gives a tier: the region file's part, what follows from elsewhere, and what it needs. */
export type Placed<C extends Contract> = Config<C> & Derived<C> & Needs<C>;
type Derived<C extends Contract> = C extends { derived: infer S extends z.ZodObject } ? Fields<S> : unknown;
export type Outputs<C extends Contract> = LateFields<C["outputs"]>;

/** What a run decides comes from the host. */
type Needs<C extends Contract> = Omit<Fields<C["needs"]>, keyof RunInputs>;

type ReadFields<C> = C extends { reads: readonly (infer R)[] }
  ? Every<R extends Reads ? LateFields<R["fields"]> : never>
  : unknown;
type Every<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void ? All : never;

/** What the tier's construct works with: the shape known, everything else late. */
export type Inputs<C extends Contract> = Fields<C["shape"]> &
  Derived<C> &
  LateFields<C["settings"]> &
  LateFields<C["needs"]> &
  ReadFields<C> &
  VariantOf<C, "late">;

/** A construct class that fulfils a contract. */
export interface Tier<C extends Contract> {
  readonly contract: C;
  new (scope: Construct, id: string, inputs: Inputs<C>): Construct & Outputs<C>;
}

/** Declares a contract; exists so that the literal types are kept. */
export const contract = <const C extends Contract>(declared: C): C => declared;
