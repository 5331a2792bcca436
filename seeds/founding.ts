/** The organisation before its first use case: settings, departments, people, scoring model, filters, suppliers. */
import { installScoringModel } from "#app/assessment/model.server";
import type { RateInput } from "#app/business-cases/rate-input";
import { setRates } from "#app/business-cases/rates.server";
import { DEFAULT_FILTERS } from "#app/committee/default-filters";
import { installFilters } from "#app/committee/default-filters.server";
import { readFilters } from "#app/committee/ranking.server";
import { addModel, addVendor } from "#app/delivery/vendors.server";
import { day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { createPerson } from "#app/people/create-person.server";
import { createDepartment } from "#app/people/departments.server";
import { editOrganisation } from "#app/people/edit-organisation.server";
import { CASEBOOK } from "#app/people/roles";
import { setUp } from "#app/people/set-up.server";
import { type Cast, type Scene, told } from "./cast";
import type { Department, Organisation, Person, Story } from "./story/types";

const HOLIDAYS = ["2026-11-11", "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-06", "2027-07-14"].map(day);

/** @param passwordHash of every account */
export async function found(scene: Scene, story: Story, passwordHash: string): Promise<void> {
  const { tx, cast, when } = scene;
  const first = told(
    story.people.find(({ roles }) => roles.includes("admin")),
    "an administrator",
  );
  await setUpOrganisation(scene, story.organisation, first, passwordHash);
  const admin = cast.actor(first.key);
  for (const department of story.departments) await openDepartment(scene, admin, department);
  for (const person of story.people) if (person !== first) await openAccount(scene, admin, person, passwordHash);
  for (const { key, name, type, country } of story.vendors) {
    cast.put(`vendor:${key}`, (await addVendor(tx, admin, { name, type, country }, when)).id);
  }
  for (const { key, vendor, name, hosting } of story.models) {
    const vendorId = cast.id(`vendor:${vendor}`);
    cast.put(`model:${key}`, (await addModel(tx, admin, { vendorId, name, hosting }, when)).id);
  }
  await knowFilters(scene, story);
  await setRates(tx, admin, ratesOf(story.departments, cast), when);
}

/** A short table of what things cost, by the price lists of the time. */
function ratesOf(departments: Story["departments"], cast: Cast): RateInput[] {
  const list = { fr: "Tarif négocié", en: "Negotiated price list" };
  const rate = (code: string, kind: RateInput["kind"], name: Told, price: number, validFrom: string): RateInput => ({
    ...{ code, kind, name, price, validFrom: day(validFrom), departmentId: null, unit: null, source: list },
  });
  const tokens = { fr: "par million de jetons", en: "a million tokens" };
  return [
    ...departments.map(({ key, code, name, hourlyCost }) => ({
      ...rate(
        `hourly-${code.toLowerCase()}`,
        "hourly-cost",
        { fr: `Heure : ${name.fr}`, en: `An hour: ${name.en}` },
        hourlyCost,
        "2025-02-01",
      ),
      departmentId: cast.id(`department:${key}`),
      source: { fr: "Contrôle de gestion, masse salariale 2025", en: "Finance, payroll of 2025" },
    })),
    rate("assistant-seat", "seat-day", { fr: "Poste d’assistant", en: "Assistant seat" }, 100, "2025-02-01"),
    rate("developer-seat", "seat-month", { fr: "Poste de développeur", en: "Developer’s seat" }, 2_500, "2025-02-01"),
    {
      ...rate("tokens-1m", "unit", { fr: "Jetons, modèle courant", en: "Tokens, usual model" }, 300, "2025-02-01"),
      unit: tokens,
    },
    {
      ...rate("tokens-1m", "unit", { fr: "Jetons, modèle courant", en: "Tokens, usual model" }, 250, "2026-05-01"),
      unit: tokens,
    },
  ];
}

async function setUpOrganisation(
  { tx, cast, when }: Scene,
  { createdOn: _, about: __, ...organisation }: Organisation,
  first: Person,
  passwordHash: string,
): Promise<void> {
  const { name, currency, fiscalFirstMonth, timeZone, locale } = organisation;
  const settings = { name, currency, fiscalFirstMonth, timeZone, locale };
  const account = { name: first.name, email: first.email, passwordHash };
  const { adminId } = await setUp(tx, { ...settings, demo: true }, account, when);
  await installScoringModel(tx, CASEBOOK, when);
  await installFilters(tx, CASEBOOK, when);
  const admin = { personId: adminId, name: first.name, roles: first.roles, departmentIds: [] };
  cast.join(first.key, admin);
  const { discountRate, horizonQuarters, assessmentsNeeded, quorum } = organisation;
  const answers = { screeningDays: 10, holidays: HOLIDAYS, colour: "#1f5f4a" };
  const hears = ["security", "legal"] as const;
  const rules = { discountRate, horizonQuarters, assessmentsNeeded, quorum, hears: [...hears] };
  const own = { ...settings, ...rules, ...answers };
  await editOrganisation(tx, admin, { ...own, version: 1 }, when);
}

async function openDepartment(
  { tx, cast, when }: Scene,
  admin: Parameters<typeof createDepartment>[1],
  told: Department,
) {
  const { key, code, name, headcount, hourlyCost } = told;
  const id = await createDepartment(tx, admin, { code, name, headcount, hourlyCost, active: true }, when);
  cast.put(`department:${key}`, id);
}

async function openAccount(
  { tx, cast, when }: Scene,
  admin: Parameters<typeof createPerson>[1],
  { key, name, email, locale, roles, departments }: Person,
  passwordHash: string,
): Promise<void> {
  const departmentIds = departments.map((department) => cast.id(`department:${department}`));
  const { personId } = await createPerson(tx, admin, { name, email, locale, roles, departmentIds }, passwordHash, when);
  cast.join(key, { personId, name, roles, departmentIds });
}

/** The story's filters are those that ship: it only has its own names for them. */
async function knowFilters({ tx, cast }: Scene, story: Story): Promise<void> {
  const installed = await readFilters(tx);
  for (const { key, field, operator, threshold } of story.filters) {
    const same = installed.find(
      (one) => one.field === field && one.operator === operator && one.threshold === threshold,
    );
    cast.put(`filter:${key}`, told(same, `the filter ${key}`).id);
  }
  if (installed.length !== DEFAULT_FILTERS.length) throw new Error("The filters that ship were not installed");
}
