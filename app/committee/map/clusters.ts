/** Where bubbles would hide each other they come together as one mark with their number. */
export interface Spot {
  /** From 0 to 1. */
  x: number;
  y: number;
}

export interface Cluster<Of extends Spot> {
  /** Names its cell, for an address. */
  cell: string;
  /** In the order in which they came. */
  members: Of[];
  /** In the middle of its members. */
  x: number;
  y: number;
}

/** A map of 900 by 450 pixels, parted ever more coarsely: the fewer share it, the nearer two may stand. */
export function columnsFor(count: number): number {
  return count <= 60 ? 90 : count <= 200 ? 45 : 28;
}

const rowsOf = (columns: number) => Math.ceil(columns / 2);

function cellOf({ x, y }: Spot, columns: number): string {
  const at = (share: number, parts: number) => Math.min(parts - 1, Math.max(0, Math.floor(share * parts)));
  return `${columns}.${at(x, columns)}.${at(y, rowsOf(columns))}`;
}

/** Every spot in exactly one cluster; the clusters in the order of their first members. */
export function clustersOf<Of extends Spot>(spots: readonly Of[], columns = columnsFor(spots.length)): Cluster<Of>[] {
  const cells = new Map<string, Of[]>();
  for (const spot of spots) {
    const cell = cellOf(spot, columns);
    const there = cells.get(cell);
    if (there) there.push(spot);
    else cells.set(cell, [spot]);
  }
  return [...cells].map(([cell, members]) => {
    const sum = members.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
    return { cell, members, x: sum.x / members.length, y: sum.y / members.length };
  });
}

/** Those in a cell that an address names, however many there are by now; none where it names none. */
export function membersOf<Of extends Spot>(spots: readonly Of[], cell: string): Of[] {
  const columns = Number(/^(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(cell)?.[1] ?? 0);
  return columns > 0 ? spots.filter((spot) => cellOf(spot, columns) === cell) : [];
}
