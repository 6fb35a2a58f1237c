const awsFault =
  /(<Code>|"(?:__type|[cC]ode)"\s*:\s*")[^<"]*(Internal|ServiceUnavailable|ServiceException|ServiceFailure)/;

/** Whether an answer may show that the emulator does not know the call: then its body has to be read. */
export function isSuspicious(status: number, contentType = ""): boolean {
  return status === 500 || (status >= 400 && contentType.includes("html"));
}

/**
 * Whether an answer shows that the emulator does not know the call: a web framework's page, or a 500 without AWS's words.
 *
 * An error of AWS's own (`InternalFailure` and the like, in JSON or XML) is an answer and passes.
 */
export function isUnknownToEmulator(status: number, errorType: string, body: string): boolean {
  if (/^\s*<(!doctype\s+)?html/i.test(body)) return true;
  return status === 500 && !awsFault.test(body) && !/Internal|Service/.test(errorType);
}
