/** The version of each provider that a lock file chooses, by the provider's name such as `hashicorp/aws`. */
export function lockedVersions(lockFile: string): ReadonlyMap<string, string> {
  const blocks = [...lockFile.matchAll(/^provider "([^"]+)" \{([\s\S]*?)^\}/gm)];
  return new Map(
    blocks.flatMap(([, address = "", body = ""]): [string, string][] => {
      const version = /^\s*version\s*=\s*"([^"]+)"/m.exec(body)?.[1];
      return version === undefined ? [] : [[address.split("/").slice(-2).join("/"), version]];
    }),
  );
}
