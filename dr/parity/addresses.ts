import ipaddr from "ipaddr.js";

const ipv4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const ipv6 = /(?<![0-9a-zA-Z:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![0-9a-zA-Z:])/gi;

/** Replaces addresses inside a block by how far they are into it: "10.1.16.0/20" becomes "<cidr>+0.0.16.0/20". */
export function offsets(cidr: string, placeholder: string): (text: string) => string {
  const [block, length] = ipaddr.parseCIDR(cidr);
  const addresses = block.kind() === "ipv4" ? ipv4 : ipv6;
  return (text) =>
    text.replace(addresses, (written) => {
      if (!ipaddr.isValid(written)) return written;
      const address = ipaddr.parse(written);
      if (address.kind() !== block.kind() || !address.match(block, length)) return written;
      return `${placeholder}+${offset(address, length)}`;
    });
}

function offset(address: ipaddr.IPv4 | ipaddr.IPv6, length: number): string {
  const bytes = address.toByteArray();
  const inside = bytes.map((byte, index) => byte & (0xff >> Math.min(8, Math.max(0, length - 8 * index))));
  return inside.length === 4
    ? inside.join(".")
    : inside.flatMap((byte, i) => (i % 2 ? [] : [((byte << 8) | (inside[i + 1] ?? 0)).toString(16)])).join(":");
}
