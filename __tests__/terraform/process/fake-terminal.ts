import { Writable } from "node:stream";

/** An escape sequence, or a character. */
const token = new RegExp(`${"\u001b"}\\[\\??(\\d*)([A-Za-z])|[^${"\u001b"}]`, "gu");

/** A terminal that keeps what its screen, and all that has scrolled out of it, would show. */
export class FakeTerminal extends Writable {
  readonly isTTY = true;
  private readonly lines: string[] = [""];
  private row = 0;
  private column = 0;

  constructor(
    readonly columns = 100,
    readonly rows = 24,
    private readonly isColored = false,
  ) {
    super({ decodeStrings: false });
  }

  hasColors(): boolean {
    return this.isColored;
  }

  /** All that can be read, without empty lines at the end; a busy machine is slower, so seconds are N. */
  get shown(): string[] {
    const lines = this.lines.map((line) => line.trimEnd().replace(/\b\d+(\.\d)? s\b/g, "N s"));
    while (lines.at(-1) === "") lines.pop();
    return lines;
  }

  override _write(text: string, _: string, done: () => void): void {
    for (const [part, count, letter] of text.matchAll(token)) {
      if (letter === undefined) this.print(part);
      else this.obey(letter, count === undefined || count === "" ? undefined : Number(count));
    }
    done();
  }

  private print(character: string): void {
    if (character !== "\n") {
      const line = (this.lines[this.row] ?? "").padEnd(this.column);
      this.lines[this.row] = line.slice(0, this.column) + character + line.slice(this.column + 1);
      this.column++;
      return;
    }
    this.row++;
    this.column = 0;
    this.lines[this.row] ??= "";
  }

  private obey(letter: string, count?: number): void {
    const line = this.lines[this.row] ?? "";
    if (letter === "A") this.row = Math.max(0, this.row - (count ?? 1));
    else if (letter === "B") this.row += count ?? 1;
    else if (letter === "G") this.column = (count ?? 1) - 1;
    else if (letter === "K") this.lines[this.row] = count === 2 ? "" : line.slice(0, this.column);
    else if (letter === "J") this.lines.splice(this.row + 1);
    else if (letter !== "m" && letter !== "h" && letter !== "l") throw new Error(`ESC [ ${count ?? ""} ${letter}`);
  }
}
