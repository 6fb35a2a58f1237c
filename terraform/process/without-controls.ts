import { stripVTControlCharacters } from "node:util";

// Line feed and tab are text; every other control character, such as a carriage return or an escape, moves a terminal.
const controls = /[^\P{Cc}\n\t]/gu;

/** Text of somebody else's, such as a branch's name, what AWS answers or a program prints, as a terminal may show it. */
export const withoutControls = (text: string): string =>
  stripVTControlCharacters(text.replaceAll("\r\n", "\n")).replace(controls, "");
