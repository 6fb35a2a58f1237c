import { Fn, type IResolvable, Op, Token } from "cdktf";
import type { z } from "zod";

/**
 * A value that Terraform knows and synth does not: a variable, or another tier's output.
 *
 * Strings, lists and maps pass through as tokens. Numbers and booleans keep a type of their own, because `!flag` on a
 * token is silently `false`, and `n * 2` is garbage.
 */
export type Late<T> = [NonNullable<T>] extends [boolean]
  ? LateBoolean
  : [NonNullable<T>] extends [number]
    ? LateNumber
    : NonNullable<T> extends readonly (infer Item extends string)[]
      ? Item[]
      : NonNullable<T> extends Readonly<Record<string, string>>
        ? Record<string, string>
        : string;

export type LateNumber = IResolvable & { readonly late?: "number" };
export type LateBoolean = IResolvable & { readonly late?: "boolean" };

export type LateFields<S> =
  S extends z.ZodObject<infer Raw> ? { readonly [K in keyof Raw]: Late<z.output<Raw[K]>> } : never;

/** A late number where a resource takes a number. Pass it on; do not calculate with it. */
export const number = (late: LateNumber): number => Token.asNumber(late);

/** The opposite of a late boolean. */
export const not = (late: LateBoolean): LateBoolean => Op.not(late);

/** The sum of a late number and a known one, as a resource takes it. */
export const plus = (late: LateNumber, known: number): number => (known === 0 ? number(late) : Op.add(late, known));

/** The product of late numbers, as a resource takes it. */
export const times = (left: LateNumber | number, right: LateNumber | number): number => Op.mul(left, right);

/** A late number where another one is below a limit; null where it is not. cdktf cannot write a limit of 0. */
export const numberIfBelow = (limit: number, tested: LateNumber, late: LateNumber): number =>
  Token.asNumber(Fn.conditional(Op.lt(tested, limit), late, Token.nullValue()));

/** A late number where a late text is null, another one or none where it is not. */
export const numberUnless = (given: string, late: LateNumber, otherwise: number | null): number =>
  Token.asNumber(Fn.conditional(Op.eq(given, Token.nullValue()), late, otherwise ?? Token.nullValue()));

/** A known number where a late one reaches a limit; none where it does not. */
export const knownFrom = (limit: number, tested: LateNumber, known: number): LateNumber =>
  Fn.conditional(Op.lt(tested, limit), Token.nullValue(), known);
