const awsFault =
  /(<Code>|"(?:__type|[cC]ode)"\s*:\s*")[^<"]*(Internal|ServiceUnavailable|ServiceException|ServiceFailure)/;

/** What every error of AWS's has: a code in JSON, or XML. */
const coded = /^\s*<|"(?:__type|[cC]ode)"\s*:/;

/** Whether an answer may show that the emulator does not know the call: then its body has to be read. */
export function isSuspicious(status: number, contentType: string, errorType: string): boolean {
  return status === 500 || (status >= 400 && contentType.includes("html")) || (status === 400 && errorType === "");
}

/**
 * Whether an answer shows that the emulator does not know the call: a web framework's page, a 500 without AWS's words, or
 * a 400 without a code.
 *
 * An error of AWS's own (`InternalFailure` and the like, in JSON or XML) is an answer and passes.
 */
export function isUnknownToEmulator(status: number, errorType: string, body: string): boolean {
  if (/^\s*<(!doctype\s+)?html/i.test(body)) return true;
  if (status === 400) return errorType === "" && body.trim() !== "" && !coded.test(body);
  return status === 500 && !awsFault.test(body) && !/Internal|Service/.test(errorType);
}
