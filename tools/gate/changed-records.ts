/** A record that a call changes or deletes in a zone: `NAME TYPE`, and its set identifier where it has one. */
export type ChangedRecord = string;

/** What names a record, however it is written: with or without the last dot, `*` as it is or as Route 53 tells it. */
export const recordKey = (name: string, ...rest: readonly (string | undefined)[]): string =>
  [`${name.replaceAll("\\052", "*").replace(/\.$/, "")}.`, ...rest].filter(Boolean).join(" ").toLowerCase();

/** The records that a ChangeResourceRecordSets changes or deletes; undefined where that cannot be read. */
export function changedRecords(xml: string): ChangedRecord[] | undefined {
  const changes = [...xml.matchAll(/<Change>(.*?)<\/Change>/gs)].map(([, change = ""]) => change);
  const read = changes.map((change) => {
    const [action, name, type, set] = ["Action", "Name", "Type", "SetIdentifier"].map(
      (tag) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(change)?.[1],
    );
    return action && name && type ? { action, record: recordKey(name, type, set) } : undefined;
  });
  if (read.length === 0 || read.includes(undefined)) return undefined;
  return read.flatMap((one) => (one && one.action !== "CREATE" ? [one.record] : []));
}
