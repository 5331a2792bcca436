import type { Said } from "./choice";

/** What the address says already, so that a form which asks for something else keeps it. */
export function Carried({ said, without }: { said: Said; without: readonly string[] }) {
  const kept = said.filter(([name]) => !without.includes(name));
  return kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
