import { decided } from "./decided";
import { defineExceptions } from "./exception";
import { notSeen } from "./not-seen";

/** What checkov finds and we leave as it is, each for a reason and until a day. */
export const exceptions = defineExceptions([...notSeen, ...decided]);
