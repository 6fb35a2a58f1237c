import type { Described } from "../rules/rule";

const cannotSee = "Whether the reason still holds: somebody has to look.";

/** What a review says of exceptions themselves; no exception is made from that. */
export const exceptionRules = {
  added: {
    id: "exception-added",
    about: "The change adds an exception, which works once it is on the main branch.",
    severities: ["low"],
    cannotSee,
  },
  expired: {
    id: "exception-expired",
    about: "An exception has ended, and works no longer.",
    severities: ["low"],
    cannotSee,
  },
} as const satisfies Readonly<Record<string, Described>>;
