/** How many characters of a secret are looked up at once; shorter ones are hidden only where they stand marked. */
const lookedUp = 8;

/** A dull name, such as `prod-data` or `eu-west-1`: hidden everywhere, it would hide half of a plan and protect nothing. */
const dull = /^[a-z]{1,20}(?:[-_.][a-z]{1,20})*(?:[-_.]?\d{1,3})?$/;

/** Texts that were found to be secret, and what stands for each wherever else it is. */
export class KnownSecrets {
  /** By the first characters of a form: the form, and the secret that it is of. */
  private readonly byStart = new Map<string, Map<string, string>>();

  constructor(private readonly digestOf: (secret: string) => string) {}

  /** Adds a text in all the forms that it may be written in. */
  add(secret: string): void {
    if (secret.length < lookedUp || (secret.length < 24 && dull.test(secret))) return;
    const lines = secret.includes("\n") ? secret.split("\n").filter((line) => line.length >= 2 * lookedUp) : [];
    for (const text of [secret, ...lines])
      for (const form of [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text), base64(text)]) {
        const start = form.slice(0, lookedUp);
        this.byStart.set(start, (this.byStart.get(start) ?? new Map()).set(form, secret));
      }
  }

  /** A text with a digest in the place of each secret. */
  scrub(text: string): string {
    if (this.byStart.size === 0) return text;
    let [scrubbed, from] = ["", 0];
    for (let at = 0; at + lookedUp <= text.length; at++) {
      const found = this.at(text, at);
      if (found === undefined) continue;
      const [form, secret] = found;
      scrubbed += text.slice(from, at) + this.digestOf(secret);
      at += form.length - 1;
      from = at + 1;
    }
    return from === 0 ? text : scrubbed + text.slice(from);
  }

  private at(text: string, at: number): [form: string, secret: string] | undefined {
    const forms = [...(this.byStart.get(text.slice(at, at + lookedUp)) ?? [])];
    return forms.filter(([form]) => text.startsWith(form, at)).sort(([one], [other]) => other.length - one.length)[0];
  }
}

/** Without the last characters, which depend on what follows. */
const base64 = (text: string): string => {
  const encoded = Buffer.from(text).toString("base64");
  return encoded.slice(0, Math.floor(Buffer.byteLength(text) / 3) * 4);
};
