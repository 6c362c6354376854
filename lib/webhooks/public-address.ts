import { BlockList, isIP } from "node:net";

// What no receiver on the open internet has (IANA special-purpose registries, RFC 6890): inside a
// network it may be the database, the cloud's metadata, or this very app.
const INSIDE = new BlockList();
const INSIDE_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
for (const range of INSIDE_4) {
  const [network = "", bits] = range.split("/");
  INSIDE.addSubnet(network, Number(bits), "ipv4");
}

/** Only 2000::/3 is handed out to the public, and parts of it carry an IPv4 address or are for papers. */
const PUBLIC_6 = new BlockList();
PUBLIC_6.addSubnet("2000::", 3, "ipv6");
const INSIDE_6 = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  INSIDE_6.addSubnet(network, bits, "ipv6");
}

/** Whether an address is one anybody on the internet could have. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !INSIDE.check(address, "ipv4");
    case 6:
      return PUBLIC_6.check(address, "ipv6") && !INSIDE_6.check(address, "ipv6");
    default:
      return false;
  }
}
