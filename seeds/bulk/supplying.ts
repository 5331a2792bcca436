/** Registers of the size that a large house keeps: vendors, their models, data sets, and which case works with which. */
import { count } from "drizzle-orm";
import { MODALITIES, SENSITIVITIES } from "#app/delivery/registers/fields";
import { HOSTINGS, VENDOR_TYPES } from "#app/delivery/vendors";
import { addDays } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { fold } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { dataSets, models, people, vendors } from "#db/schema.server";
import { Dice, skewed } from "./dice";
import { type Ground, Numbers } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";
import { say } from "./texts";

/** Of a register of ten thousand cases and more; smaller ones have their part of it. */
const MOST = { vendors: 100, models: 500, dataSets: 50 };
const AT = 10_000;
const part = (most: number, cases: number) => Math.ceil(most * Math.min(1, cases / AT));

const FIRST = ["Nova", "Héli", "Axi", "Lumi", "Veri", "Quan", "Stra", "Cyto", "Opti", "Méri"];
const LAST = ["data", "line", "scope", "cloud", "mind", "graphe", "vox", "pixel", "logic", "zone"];
const KIND = ["Grand", "Vif", "Vision", "Voix", "Code", "Vecteurs", "Prévision"];
const MATTER = [
  "Commandes",
  "Stocks",
  "Contrats",
  "Tickets",
  "Appels",
  "Factures",
  "Livraisons",
  "Avis",
  "Photos",
  "Plans",
];

/** Adds what the registers lack of their size. */
export async function layRegisters(
  tx: Writer,
  { cases, seed }: { cases: number; seed: number },
  when: When,
): Promise<void> {
  const [makers] = await tx.select({ count: count() }).from(vendors);
  const [built] = await tx.select({ count: count() }).from(models);
  const [kept] = await tx.select({ count: count() }).from(dataSets);
  const owners = await tx.select({ id: people.id }).from(people).limit(60);
  const ownerOf = (dice: Dice) => (owners.length > 0 && dice.chance(0.7) ? dice.of(owners).id : null);
  const numbers = await Numbers.of(tx, [vendors, models, dataSets]);
  const newVendors = Array.from({ length: part(MOST.vendors, cases) - Number(makers?.count ?? 0) }, (_, at) => {
    const dice = new Dice(seed, "vendor", at);
    const name = `${FIRST[at % FIRST.length]}${LAST[Math.floor(at / FIRST.length) % LAST.length]}`;
    const renewsOn = dice.chance(0.6) ? addDays(when.today, dice.whole(-60, 720)) : null;
    return {
      ...{ id: numbers.take(vendors), name, nameFolded: fold(name), type: dice.of(VENDOR_TYPES) },
      ...{ country: dice.of(["FR", "US", "DE", "BE", "GB", "CA"]), ownerId: ownerOf(dice), renewsOn },
      noticeDays: renewsOn === null ? null : dice.of([30, 60, 90]),
      yearlyMinor: dice.chance(0.5) ? minor(dice.whole(5, 400) * 100_000) : null,
    };
  });
  await tx.insertMany(vendors, newVendors);
  const all = await tx.select({ id: vendors.id }).from(vendors).orderBy(vendors.id);
  // The largest vendors have the most models, as they have the most cases.
  const makersOf = skewed(all, 0.7);
  const newModels = Array.from({ length: part(MOST.models, cases) - Number(built?.count ?? 0) }, (_, at) => {
    const dice = new Dice(seed, "model", at);
    const name = `${dice.of(KIND)} ${at + 1}`;
    return {
      ...{ id: numbers.take(models), vendorId: dice.among(makersOf).id, name, nameFolded: fold(name) },
      ...{ release: dice.chance(0.5) ? `${dice.whole(1, 9)}.${dice.whole(0, 9)}` : "", modality: dice.of(MODALITIES) },
      ...{ licence: dice.chance(0.3) ? ("open" as const) : ("proprietary" as const), hosting: dice.of(HOSTINGS) },
      ...{ price: dice.chance(0.6) ? dice.share() / 100 : null, priceUnit: "1 token", ownerId: ownerOf(dice) },
      endOfLifeOn: dice.chance(0.3) ? addDays(when.today, dice.whole(-200, 900)) : null,
    };
  });
  await tx.insertMany(models, newModels);
  const newData = Array.from({ length: part(MOST.dataSets, cases) - Number(kept?.count ?? 0) }, (_, at) => {
    const dice = new Dice(seed, "data-set", at);
    const name = `${MATTER[at % MATTER.length]} ${2020 + Math.floor(at / MATTER.length)}`;
    return {
      ...{ id: numbers.take(dataSets), name, nameFolded: fold(name), location: dice.of(["Lille", "CRM", "Lac"]) },
      ...{ hosting: dice.of(HOSTINGS), sensitivity: dice.of(SENSITIVITIES), ownerId: ownerOf(dice) },
      ...{ personalData: dice.chance(0.4), description: say("Extrait mensuel.", "Monthly extract.") },
    };
  });
  await tx.insertMany(dataSets, newData);
  await numbers.settle(tx);
  const added = (subject: string, rows: readonly { id: number; name: string }[]) =>
    rows.map(({ id, name }) => ({ subject, subjectId: id, after: { name } }));
  const changes = [...added("vendor", newVendors), ...added("model", newModels), ...added("data-set", newData)];
  await recordAll(tx, permit(CASEBOOK, "vendor.write", {}), changes, when);
}

const WORKING = new Set(["approved", "poc", "pilot", "production", "retired", "stopped"]);
const DRAFTS = say("Rédige la réponse", "Drafts the answer");
const SORTS = say("Trie les demandes", "Sorts requests");

/** The models and data that a case works with: mostly those that most others work with, too. */
export function equip(ground: Ground, plan: CasePlan, { useCase }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "equipment", plan.at);
  if (!WORKING.has(plan.stage ?? "") || ground.models.items.length === 0 || dice.chance(0.05)) return;
  const useCaseId = useCase.id;
  // What trying it out linked stands at the end, if anything.
  const tried = sheaf.useCaseVendors.at(-1);
  const makers = new Set(tried?.useCaseId === useCaseId ? [tried.vendorId] : []);
  const used = new Set<number>();
  for (let more = dice.of([1, 1, 1, 2, 2, 3]); more > 0; more--) {
    const { id, vendorId } = dice.among(ground.models);
    if (used.has(id)) continue;
    used.add(id);
    sheaf.useCaseModels.push({ useCaseId, modelId: id, component: dice.chance(0.5) ? DRAFTS : SORTS });
    if (!makers.has(vendorId)) sheaf.useCaseVendors.push({ useCaseId, vendorId });
    makers.add(vendorId);
  }
  if (ground.dataSets.items.length > 0 && dice.chance(0.7)) {
    sheaf.useCaseDataSets.push({ useCaseId, dataSetId: dice.among(ground.dataSets), component: null });
  }
}
