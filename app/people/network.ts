/**
 * What one visitor can hold of the address space, so that failed sign-ins are counted where they come from:
 * an IPv4 address, or the /64 of an IPv6 address, of which a single line has 2^64 addresses to hide among.
 */
export function networkOf(address: string): string {
  const bare = address.toLowerCase().replace(/%.*$/, "");
  const mapped = /^(?:::ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped?.[1]) return mapped[1];
  if (!bare.includes(":")) return bare;
  const [head = "", tail] = bare.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
