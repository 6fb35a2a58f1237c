import { Resolver, resolve4, resolveNs } from "node:dns/promises";
import { UserError } from "../../modules/core/user-error";
import { messageOf } from "../../terraform/failures";

/** What a name server of the domain's zone says; undefined where it has no such record. */
export interface NameServer {
  /** Its address, with a port where it is not DNS's own. */
  readonly address: string;
  cname(name: string): Promise<string | undefined>;
  txt(name: string): Promise<string | undefined>;
}

/** The name servers that the domain is delegated to, or the one that is given. */
export async function nameServersOf(domain: string, given?: string): Promise<NameServer[]> {
  if (given !== undefined) return [nameServer(given)];
  try {
    const names = await resolveNs(domain);
    const addresses = await Promise.all(names.map((name) => resolve4(name)));
    return addresses.flatMap(([address]) => (address === undefined ? [] : [nameServer(address)]));
  } catch (error) {
    throw new UserError(
      `The name servers of ${domain} are not known (${messageOf(error)}). Delegate the domain to those of its zone, or name one: --name-server 205.251.192.1.`,
    );
  }
}

/** Asks one name server itself, past every cache. */
export function nameServer(address: string): NameServer {
  const resolver = new Resolver({ timeout: 5_000, tries: 3 });
  try {
    resolver.setServers([address]);
  } catch {
    throw new UserError(
      `--name-server: "${address}" is not an IP address. Use e.g. "205.251.192.1" or "127.0.0.1:5353".`,
    );
  }
  return {
    address,
    cname: async (name) => (await unlessNone(resolver.resolveCname(name)))?.[0]?.toLowerCase(),
    txt: async (name) => (await unlessNone(resolver.resolveTxt(name)))?.[0]?.join(""),
  };
}

/** An answer without a record, or that there is no such name, is an answer; everything else is not. */
async function unlessNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    // What Node's own resolver throws is no Error of this realm where tests run in one of their own.
    const { code } = Object(error);
    if (code === "ENODATA" || code === "ENOTFOUND") return undefined;
    throw error;
  }
}
