/** What follows from a class for each role: one table, each line with its provision and the day from which it is owed. */
import type { Day } from "#app/kernel/day";
import { type Answers, chosen, has } from "./answers";
import type { Classification } from "./classify";
import type { ProvisionKey } from "./law/shipped";
import { isModelAlone } from "./model-alone";

export const ROLES = [
  "provider",
  "deployer",
  "importer",
  "distributor",
  "product-manufacturer",
  "authorised-representative",
] as const;
export type ActRole = (typeof ROLES)[number];

export interface Obligation {
  role: ActRole;
  provision: ProvisionKey;
  /** The provisions whose days count: it is owed from the latest of them. */
  from: ProvisionKey[];
}

/** The roles as they are held: named, or become by Article 25. Null where nobody said. */
export function rolesHeld(answers: Answers): ActRole[] | null {
  const said = chosen(answers, "roles");
  if (!said) return null;
  const flips = chosen(answers, "becomesProvider");
  const becomes = Boolean(flips && !flips.includes("none")) || has(answers, "productUnderOwnName", "yes");
  return ROLES.filter((role) => said.includes(role) || (role === "provider" && becomes));
}

const PROVIDER: readonly ProvisionKey[] = [
  "art-8",
  "art-9",
  "art-10",
  "art-11",
  "art-12",
  "art-13",
  "art-14",
  "art-15",
  "art-16",
  "art-17",
  "art-18",
  "art-19",
  "art-20",
  "art-22",
  "art-43",
  "art-47",
  "art-48",
  "art-72",
  "art-73",
];
const DEPLOYER: readonly ProvisionKey[] = ["art-26-1", "art-26-2", "art-26-4", "art-26-5", "art-26-6", "art-26-9"];

const SHOWN_BY = {
  "art-50-1": "provider",
  "art-50-2": "provider",
  "art-50-3": "deployer",
  "art-50-4-deep-fake": "deployer",
  "art-50-4-text": "deployer",
} as const satisfies Partial<Record<ProvisionKey, ActRole>>;

/** What makes Article 27 due of a private deployer that serves no public: credit scores, life and health insurance. */
const ASSESSED: readonly ProvisionKey[] = ["annex-iii-5-b", "annex-iii-5-c"];

/** Whether a duty that hangs on an answer is owed: yes, no, or not said yet, which keeps it on the list. */
const unlessNo = (answers: Answers, key: Parameters<typeof chosen>[1], ...owing: string[]): boolean =>
  chosen(answers, key)?.some((value) => owing.includes(value)) ?? true;

function ofChapterIII(found: Classification, answers: Answers): [ActRole, ProvisionKey][] {
  const points = found.basis
    .filter(({ effect, provision }) => effect === "establishes" && provision.startsWith("annex-iii-"))
    .map(({ provision }) => provision);
  const annexIII = found.routes.includes("annex-iii");
  const beyondNetworks = points.some((point) => point !== "annex-iii-2");
  const owed = (role: ActRole, ...provisions: ProvisionKey[]) =>
    provisions.map((provision): [ActRole, ProvisionKey] => [role, provision]);
  const impact =
    annexIII &&
    beyondNetworks &&
    (unlessNo(answers, "deployerBody", "public-body", "public-service") ||
      points.some((point) => ASSESSED.includes(point)));
  const persons = annexIII && unlessNo(answers, "decidesOnPersons", "yes");
  return [
    ...owed("provider", ...PROVIDER, ...(annexIII ? (["art-49-1"] as const) : [])),
    ...owed("authorised-representative", "art-22"),
    ...owed("importer", "art-23"),
    ...owed("distributor", "art-24"),
    ...(found.routes.includes("annex-i-a") ? owed("product-manufacturer", "art-25-3") : []),
    ...owed("deployer", ...DEPLOYER),
    ...(annexIII && points.includes("annex-iii-1-a") ? owed("deployer", "art-26-10") : []),
    ...(unlessNo(answers, "workplace", "yes") ? owed("deployer", "art-26-7") : []),
    ...(annexIII && unlessNo(answers, "deployerBody", "public-body") ? owed("deployer", "art-26-8") : []),
    ...(persons ? owed("deployer", "art-26-11") : []),
    ...(persons && beyondNetworks ? owed("deployer", "art-86") : []),
    ...(impact ? owed("deployer", "art-27") : []),
  ];
}

function ofModels(answers: Answers): ProvisionKey[] {
  if (!has(answers, "gpaiModel", "yes")) return [];
  const systemic = has(answers, "gpaiSystemicRisk", "yes");
  const letOff = has(answers, "gpaiOpenSource", "yes") && !systemic;
  return [
    ...(letOff ? [] : (["art-53-1-a", "art-53-1-b"] as const)),
    "art-53-1-c",
    "art-53-1-d",
    ...(letOff ? [] : (["art-54"] as const)),
    ...(systemic ? (["art-52", "art-55"] as const) : []),
  ];
}

/** The route whose day comes first counts: a system of both ways owes from the earlier one. */
const dayOfRoute = (found: Classification): ProvisionKey =>
  found.routes.includes("annex-iii") ? "art-6-2" : "art-6-1";

/** Of a product of section B alone the Regulation keeps but what Article 2(2) lists, and Article 4 is not of it. */
const onlyItsOwnLaw = ({ class: decided, routes }: Classification): boolean =>
  decided === "high_risk" && routes.every((route) => route === "annex-i-b");

/** All that is owed, by role. Where no role was said, every role's part is listed under its name. */
export function obligationsOf(found: Classification, answers: Answers): Obligation[] {
  const { class: decided, basis, also } = found;
  if (decided === null) return [];
  if (decided === "out_of_scope") {
    const models = isModelAlone(answers) ? ofModels(answers) : [];
    return models.map((provision) => ({ role: "provider", provision, from: [provision] }));
  }
  const held = rolesHeld(answers) ?? ROLES;
  const lines: Obligation[] = [];
  const owe = (role: ActRole, provision: ProvisionKey, ...from: ProvisionKey[]) => {
    if (held.includes(role)) lines.push({ role, provision, from: [provision, ...from] });
  };
  if (decided === "prohibited") {
    const practices = basis.filter(({ effect }) => effect === "establishes");
    for (const role of ROLES) for (const { provision } of practices) owe(role, provision);
    return lines;
  }
  const routed = dayOfRoute(found);
  for (const { provision, effect } of basis) {
    if (effect === "excludes" && provision === "art-5-2") owe("deployer", "art-5-2");
  }
  if (decided === "high_risk") {
    if (found.routes.some((route) => route !== "annex-i-b")) {
      for (const [role, provision] of ofChapterIII(found, answers)) owe(role, provision, routed);
    }
    if (found.routes.includes("annex-i-b")) {
      for (const role of ["provider", "product-manufacturer"] as const) owe(role, "art-2-2", "annex-i-b");
    }
  }
  for (const { provision, effect } of [...basis, ...also]) {
    if (effect === "excludes") continue;
    if (provision === "art-6-4" || provision === "art-49-2") owe("provider", provision);
    const shower = SHOWN_BY[provision as keyof typeof SHOWN_BY];
    if (!shower) continue;
    const grace = provision === "art-50-2" && has(answers, "onMarketBefore", "yes");
    owe(shower, provision, ...(grace ? (["art-111-4"] as const) : []));
  }
  for (const provision of ofModels(answers)) owe("provider", provision);
  if (!onlyItsOwnLaw(found)) for (const role of ["provider", "deployer"] as const) owe(role, "art-4");
  return lines;
}

/** The day from which it is owed, by the days that the provisions carry; null where none of them has one. */
export function owedFrom(obligation: Obligation, dayOf: (provision: ProvisionKey) => Day | null): Day | null {
  const days = obligation.from.map(dayOf).filter((one) => one !== null);
  return days.length > 0 ? days.reduce((latest, one) => (one > latest ? one : latest)) : null;
}

/** The day from which the class itself bites: that of a practice, of the earliest route, of Article 50. */
export function classFrom(found: Classification, dayOf: (provision: ProvisionKey) => Day | null): Day | null {
  const by: ProvisionKey[] =
    found.class === "high_risk"
      ? found.routes.map((route) =>
          route === "annex-iii" ? "art-6-2" : route === "annex-i-b" ? "annex-i-b" : "art-6-1",
        )
      : found.basis.filter(({ effect }) => effect === "establishes").map(({ provision }) => provision);
  const days = by.map(dayOf).filter((one) => one !== null);
  return days.length > 0 ? days.reduce((first, one) => (one < first ? one : first)) : null;
}
