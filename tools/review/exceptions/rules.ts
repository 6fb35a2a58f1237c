import type { Described } from "../rules/rule";

const cannotSee = "Whether the reason still holds: somebody has to look.";

/** What a review says of exceptions themselves; no exception is made from that. */
export const exceptionRules = {
  added: {
    id: "exception-added",
    about: "The change adds an exception, which works once it is on the main branch.",
    severities: ["low"],
    cannotSee,
    wayOut: "Have it reviewed and merged by itself; then the change that needs it.",
    mayBeUnknown: false,
  },
  expired: {
    id: "exception-expired",
    about: "An exception has ended, and works no longer.",
    severities: ["low"],
    cannotSee,
    wayOut: "Mend what it was for and remove it, or look at it again and give it another day.",
    mayBeUnknown: false,
  },
} as const satisfies Readonly<Record<string, Described>>;
