/**
 * A zip archive of one text file, stored without compression: the same bytes for the same text, everywhere.
 *
 * Terraform has no function that makes one. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zip(fileName: string, text: string): Buffer {
  const name = Buffer.from(fileName);
  const content = Buffer.from(text);
  const about = bytes(
    [2, 20], // version that can read it
    [2, 0], // no flags
    [2, 0], // stored
    [2, 0], // at midnight
    [2, 0x21], // of 1 January 1980
    [4, crc32(content)],
    [4, content.length],
    [4, content.length],
    [2, name.length],
    [2, 0], // no extra field
  );
  const file = Buffer.concat([bytes([4, 0x04034b50]), about, name, content]);
  const entry = Buffer.concat([
    bytes([4, 0x02014b50], [2, 0x0314]), // made on Unix, so that the file's mode counts
    about,
    bytes([2, 0], [2, 0], [2, 0], [4, 0o100644 * 0x10000], [4, 0]),
    name,
  ]);
  const end = bytes([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, entry.length], [4, file.length], [2, 0]);
  return Buffer.concat([file, entry, end]);
}

/** Numbers, each in so many bytes, the least significant first. */
const bytes = (...numbers: readonly (readonly [size: number, value: number])[]): Buffer =>
  Buffer.concat(
    numbers.map(([size, value]) => {
      const written = Buffer.alloc(size);
      written.writeUIntLE(value, 0, size);
      return written;
    }),
  );

const crc32 = (content: Buffer): number =>
  (content.reduce((sum, byte) => {
    let next = sum ^ byte;
    for (let bit = 0; bit < 8; bit++) next = next & 1 ? (next >>> 1) ^ 0xedb88320 : next >>> 1;
    return next;
  }, 0xffffffff) ^
    0xffffffff) >>>
  0;
