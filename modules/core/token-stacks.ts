import { createRequire } from "node:module";

/**
 * Keeps cdktf from taking a whole stack for each of its tokens, a fifth of the CPU time of a synth.
 *
 * It would show one only beside an error about a token that cannot be resolved, which has a stack of its own.
 */
export function withoutTokenStacks(): void {
  const taker: { captureStackTrace: () => string[] } = createRequire(__filename)(
    "cdktf/lib/tokens/private/stack-trace",
  );
  taker.captureStackTrace = () => [];
}
