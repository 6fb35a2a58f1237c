import { decided } from "./decided";
import { defineExceptions } from "./exception";
import { notSeen } from "./not-seen";

const declared = [...notSeen, ...decided];

/** What checkov finds and we leave as it is, each for a reason and until a day. */
export const exceptions = defineExceptions(declared);

/** The same of what only alternatives have. */
export const exceptionsOfAlternatives = defineExceptions(declared, "alternatives");
