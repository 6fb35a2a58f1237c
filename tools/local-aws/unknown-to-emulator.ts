const known =
  /(<Code>|"(?:__type|code|Code)"\s*:\s*")[^<"]*(Internal|ServiceUnavailable|ServiceException|ServiceFailure)/;

/** Whether an answer with this status may come from an emulator that does not know the call: its body decides. */
export function isSuspicious(status: number): boolean {
  return status === 404 || status === 405 || status === 500 || status === 501;
}

/**
 * Whether a body shows that the emulator does not know the call: a web framework's page, or a 500 without AWS's words.
 *
 * An error of AWS's own (`InternalFailure` and the like, in JSON or XML) is an answer and passes.
 */
export function isUnknownToEmulator(status: number, errorType: string | undefined, body: string): boolean {
  if (/^\s*<(!doctype\s+)?html/i.test(body)) return true;
  return status === 500 && !known.test(body) && !/Internal|Service/.test(errorType ?? "");
}
