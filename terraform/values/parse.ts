/** An expression of Terraform, as far as values are made with it; `unknown` is what is not one of these. */
export type Expression =
  | { readonly kind: "literal"; readonly value: unknown }
  | { readonly kind: "path"; readonly path: readonly string[] }
  | { readonly kind: "list"; readonly of: readonly Expression[] }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: "index"; readonly of: Expression; readonly at: Expression }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "binary"; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "choice"; readonly when: Expression; readonly yes: Expression; readonly no: Expression };

const token = /\s*(?:("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>!?:()[\],.]))/y;

/** Signs by how strongly they bind, weakest first. */
const strength: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Reads an expression, as between `${` and `}`; undefined for one that is made of more than this knows. */
export function parse(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  try {
    const reader = new Reader(tokens);
    const found = reader.expression();
    return reader.atEnd ? found : undefined;
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

function tokensOf(text: string): string[] | undefined {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text);
    if (!match) return undefined;
    found.push(match[0].trim());
  }
  return found;
}

class NotRead extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  expression(): Expression {
    const when = this.binary(1);
    if (!this.take("?")) return when;
    const yes = this.expression();
    this.need(":");
    return { kind: "choice", when, yes, no: this.expression() };
  }

  private binary(least: number): Expression {
    let left = this.one();
    for (;;) {
      const sign = this.tokens[this.at] ?? "";
      const binds = strength[sign] ?? 0;
      if (binds < least) return left;
      this.at++;
      left = { kind: "binary", sign, left, right: this.binary(binds + 1) };
    }
  }

  private one(): Expression {
    if (this.take("!")) return { kind: "not", of: this.one() };
    let found = this.primary();
    while (this.take("[")) {
      found = { kind: "index", of: found, at: this.expression() };
      this.need("]");
    }
    return found;
  }

  private primary(): Expression {
    const next = this.tokens[this.at++];
    if (next === undefined) throw new NotRead();
    if (next === "(") {
      const inner = this.expression();
      this.need(")");
      return inner;
    }
    if (next === "[") return { kind: "list", of: this.until("]") };
    // A template within a template is somebody's text, not a value to reckon with.
    if (next.startsWith('"') && !next.includes("${")) return { kind: "literal", value: JSON.parse(next) };
    if (/^\d/.test(next)) return { kind: "literal", value: Number(next) };
    if (!/^[A-Za-z_]/.test(next)) throw new NotRead();
    if (next in words) return { kind: "literal", value: words[next] };
    if (this.take("(")) return { kind: "call", name: next, given: this.until(")") };
    const path = [next];
    while (this.take(".")) path.push(this.tokens[this.at++] ?? "");
    return { kind: "path", path };
  }

  private until(end: string): Expression[] {
    const found: Expression[] = [];
    while (!this.take(end)) {
      found.push(this.expression());
      if (!this.take(",") && this.tokens[this.at] !== end) throw new NotRead();
    }
    return found;
  }

  private take(wanted: string): boolean {
    if (this.tokens[this.at] !== wanted) return false;
    this.at++;
    return true;
  }

  private need(wanted: string): void {
    if (!this.take(wanted)) throw new NotRead();
  }
}
