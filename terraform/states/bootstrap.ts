import { inOrder, type Span } from "../order";
import type { Say } from "../process/news";
import { tellOf } from "../process/progress";
import type { OwnState } from "./own-state";

/** How a bootstrap talks to whoever runs it. */
export interface Conversation {
  /** Shows the plans, by id of their root, and asks whether they may be applied. */
  agree(plans: ReadonlyMap<string, string>): Promise<boolean>;
  /** Tells what is going on. */
  readonly say: Say;
}

/** Those whose bucket has to be made first; the others are left alone. Fails where going on could lose a state. */
export async function missing(states: readonly OwnState[]): Promise<OwnState[]> {
  const looked = await Promise.all(states.map(async (state) => ({ state, decision: await state.look() })));
  for (const { state, decision } of looked) if (decision === "tidy") state.tidy();
  return looked.filter(({ decision }) => decision === "make").map(({ state }) => state);
}

/**
 * Makes what states are kept in, each from a plan that was shown and agreed to, and moves its own state there.
 *
 * Gives when the work on each ran; undefined where the plans were not agreed to, and nothing was applied. A state is in
 * its local file from before the apply until its bucket is seen to have it: interrupted, the same again goes on from there.
 */
export async function bootstrap(
  states: readonly OwnState[],
  { agree, say }: Conversation,
  signal: AbortSignal,
): Promise<Span[] | undefined> {
  const plans = new Map<string, string>();
  const planned = await inOrder(states, 2, async (state) => {
    say({ root: state.id, doing: "planning" });
    plans.set(state.id, await state.plan(signal));
  });
  if (!(await agree(plans))) return undefined;
  const made = await inOrder(states, 4, (state) =>
    tellOf({ say, signal }, { root: state.id, doing: "applying", done: `made, with its state in ${state.url}` }, () =>
      state.make(signal),
    ),
  );
  return made.map((span) => ({ ...span, from: planned.find(({ id }) => id === span.id)?.from ?? span.from }));
}
