import { type Minor, minor } from "#app/kernel/money";
import { fold } from "#app/kernel/told";
import type { departments, people, personDepartments, personRoles } from "#db/schema.server";
import { Dice, skewed } from "./dice";
import { FIRST_NAMES, LAST_NAMES, type Pair } from "./words";

const REGIONS: readonly [code: string, name: Pair][] = [
  ["N", { fr: "Nord", en: "north" }],
  ["O", { fr: "Ouest", en: "west" }],
  ["SE", { fr: "Sud-Est", en: "south-east" }],
  ["IDF", { fr: "Île-de-France", en: "Paris region" }],
  ["E", { fr: "Est", en: "east" }],
  ["SO", { fr: "Sud-Ouest", en: "south-west" }],
  ["C", { fr: "Centre", en: "centre" }],
  ["AL", { fr: "Alpes", en: "Alps" }],
];

const OF_REGION: readonly [code: string, name: (region: Pair) => Pair][] = [
  ["SM", ({ fr, en }) => ({ fr: `Supermarchés ${fr}`, en: `Supermarkets, ${en}` })],
  ["HM", ({ fr, en }) => ({ fr: `Hypermarchés ${fr}`, en: `Hypermarkets, ${en}` })],
  ["LOG", ({ fr, en }) => ({ fr: `Entrepôts ${fr}`, en: `Warehouses, ${en}` })],
];

const FUNCTIONS: readonly [code: string, fr: string, en: string][] = [
  ["DSI", "Systèmes d’information", "Information systems"],
  ["QUA", "Qualité et sécurité alimentaire", "Quality and food safety"],
  ["JUR", "Juridique et conformité", "Legal and compliance"],
  ["IMM", "Immobilier et travaux", "Property and works"],
  ["MDD", "Marque propre", "Own brand"],
  ["COM", "Communication", "Communication"],
  ["FRA", "Franchise et affiliés", "Franchise and affiliates"],
  ["RSE", "Développement durable", "Sustainability"],
  ["SAV", "Service après-vente", "After-sales service"],
  ["AUD", "Audit interne", "Internal audit"],
  ["PAI", "Paie et administration du personnel", "Payroll and staff administration"],
  ["BEL", "Filiale belge", "Belgian subsidiary"],
  ["ESP", "Filiale espagnole", "Spanish subsidiary"],
  ["VIN", "Vins et spiritueux", "Wines and spirits"],
  ["CAR", "Stations-service", "Petrol stations"],
  ["VOY", "Voyages et billetterie", "Travel and ticketing"],
  ["BAN", "Services financiers", "Financial services"],
  ["PRO", "Clients professionnels", "Business customers"],
];

type Of<Table extends { $inferInsert: unknown }> = Table["$inferInsert"];

export interface House {
  departments: (Of<typeof departments> & { id: number })[];
  people: (Of<typeof people> & { id: number })[];
  roles: Of<typeof personRoles>[];
  belongings: Of<typeof personDepartments>[];
}

/** How many departments a register of so many cases has. */
export function departmentsFor(cases: number): number {
  return Math.min(50, 30 + Math.floor(cases / 5_000));
}

export function peopleFor(cases: number): number {
  return Math.max(90, Math.min(4_000, Math.round(cases / 25)));
}

/** Departments to come after those that are there, the first ones the largest by far; `taken` are codes that are in use. */
export function newDepartments(count: number, nextId: () => number, taken: ReadonlySet<string>): House["departments"] {
  const regional = REGIONS.flatMap(([region, name]) =>
    OF_REGION.map(([code, called]) => ({ code: `${code}-${region}`, name: called(name), hourly: 2_700, of: 900 })),
  );
  const central = FUNCTIONS.map(([code, fr, en]) => ({ code, name: { fr, en }, hourly: 5_100, of: 120 }));
  return interleaved(regional, central)
    .filter(({ code }) => !taken.has(code))
    .slice(0, count)
    .map(({ code, name, hourly, of }, at) => ({
      ...{ id: nextId(), code, name, active: true },
      headcount: Math.round(of / (1 + at / 8)),
      hourlyCostMinor: minor(hourly + (at % 7) * 150) as Minor,
    }));
}

function interleaved<Item>(one: readonly Item[], other: readonly Item[]): Item[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]])
    .flat()
    .filter((item) => item !== undefined);
}

/** People of all departments, as many as their size; each department has its champions, and the group some reviewers more. */
export function newPeople(
  count: number,
  nextId: () => number,
  departmentIds: readonly number[],
  about: { seed: number; createdAt: Date; passwordHash: string | null },
): Pick<House, "people" | "roles" | "belongings"> {
  const house: Pick<House, "people" | "roles" | "belongings"> = { people: [], roles: [], belongings: [] };
  const sizes = skewed(departmentIds, 0.8);
  for (let at = 0; at < count; at++) {
    const dice = new Dice(about.seed, "person", at);
    const id = nextId();
    const name = `${dice.of(FIRST_NAMES)} ${dice.of(LAST_NAMES)}`;
    // Two people may have one name, never one address.
    const email = `${fold(name).replace(/[^a-z]+/g, ".")}.${at + 1}@halvenne.example`;
    const { createdAt, passwordHash } = about;
    const left = dice.chance(0.04);
    house.people.push({ id, email, name, nameFolded: fold(name), passwordHash, createdAt, active: !left });
    // Every department has somebody, and its champion, before the large ones grow.
    const departmentId = departmentIds[at] ?? dice.among(sizes);
    house.belongings.push({ personId: id, departmentId });
    if (at < departmentIds.length || dice.chance(0.03)) house.roles.push({ personId: id, role: "champion" });
    else if (dice.chance(0.004))
      house.roles.push({ personId: id, role: dice.of(["committee", "finance", "executive"]) });
  }
  return house;
}
