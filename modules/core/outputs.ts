import { type IResolvable, Token } from "cdktf";
import { z } from "zod";
import type { Contract, Outputs } from "./contract";
import { snake } from "./naming";

/** The outputs of a tier where another root or module reads them: each a token of its own type. */
export const mapOutputs = <C extends Contract>({ outputs }: C, get: (name: string) => IResolvable): Outputs<C> =>
  Object.fromEntries(
    Object.entries(outputs.shape).map(([name, type]) => [name, typed(type as z.ZodType, get(snake(name)))]),
  ) as Outputs<C>;

const typed = (type: z.ZodType, token: IResolvable): unknown => {
  if (type instanceof z.ZodArray) return Token.asList(token);
  if (type instanceof z.ZodRecord) return Token.asStringMap(token);
  return type instanceof z.ZodString ? Token.asString(token) : token;
};
