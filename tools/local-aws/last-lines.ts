/** The last lines that a program wrote, to quote them when it fails. */
export class LastLines {
  #lines: string[] = [];
  #rest = "";

  constructor(private readonly count: number) {}

  add(chunk: Buffer): void {
    const lines = (this.#rest + chunk.toString()).split("\n");
    this.#rest = lines.pop() ?? "";
    this.#lines = [...this.#lines, ...lines].slice(-this.count);
  }

  /** Empty, or a colon and the lines. */
  toString(): string {
    const text = [...this.#lines, this.#rest].join("\n").trim();
    return text && `:\n${text}`;
  }
}
