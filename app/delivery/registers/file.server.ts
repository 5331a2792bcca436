import { asc, eq } from "drizzle-orm";
import { writeCsv } from "#app/kernel/csv";
import { Refusal } from "#app/kernel/refusal";
import { LOCALES, type Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { type Speech, speechFor } from "#app/locales/speech";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { dataSets, departments, models, people, vendors } from "#db/schema.server";
import { entryOf, fileRows, type Known, MOST_LETTERS, type Plan, planFile, type StoredLine } from "./csv";
import type { Register } from "./fields";
import { addEntry, editEntry } from "./keep.server";

/** All of a register, retired ones as well. One query. */
async function storedLines(db: Reader, register: Register): Promise<StoredLine[]> {
  const table = { vendors, models, "data-sets": dataSets }[register];
  const rows = await db.select().from(table).orderBy(asc(table.id));
  return rows.map(({ id, version, nameFolded: _, retiredOn: __, retiredReason: ___, ...entry }) => ({
    ...{ id, version },
    entry: "release" in entry ? { ...entry, release: entry.release || null } : entry,
  }));
}

/** Four queries, over what few thousand names a file may mean. */
async function knownThings(db: Reader, { tell }: Pick<Speech, "tell">): Promise<Known> {
  const persons = await db.select({ id: people.id, name: people.name, email: people.email }).from(people);
  const units = await db
    .select({ id: departments.id, code: departments.code, name: departments.name })
    .from(departments);
  const makers = await db.select({ id: vendors.id, name: vendors.name }).from(vendors);
  const built = await db
    .select({ id: models.id, name: models.name, release: models.release, vendor: vendors.name })
    .from(models)
    .innerJoin(vendors, eq(vendors.id, models.vendorId));
  return {
    person: persons.map(({ id, name, email }) => ({ id, names: [email, name], written: email })),
    department: units.map(({ id, code, name }) => ({ id, names: [code, tell(name)], written: code })),
    vendor: makers.map(({ id, name }) => ({ id, names: [name], written: name })),
    model: built.map(({ id, name, release, vendor }) => {
      const full = [name, release].filter(Boolean).join(" ");
      // With its maker in front, since two of them may call a model the same.
      return { id, names: [`${vendor} / ${full}`, full], written: `${vendor} / ${full}` };
    }),
  };
}

async function contextOf(db: Reader, locale: Locale, currency: string) {
  const speeches = Object.fromEntries(LOCALES.map((one) => [one, speechFor(one, currency, "UTC")])) as Record<
    Locale,
    Speech
  >;
  return { currency, locale, speeches, known: await knownThings(db, speeches[locale]) };
}

export interface RegisterFile {
  register: Register;
  text: string;
  locale: Locale;
  currency: string;
}

/** The register as a file, safe against formulas. */
export async function exportRegister(
  db: Reader,
  { register, locale, currency }: Omit<RegisterFile, "text">,
): Promise<string> {
  const context = await contextOf(db, locale, currency);
  return writeCsv(fileRows(register, await storedLines(db, register), context));
}

/** What a file would do. @throws Refusal 403, or 413 when it is too long */
export async function previewFile(db: Reader, actor: Actor, file: RegisterFile): Promise<Plan> {
  permit(actor, "vendor.write", {});
  if (file.text.length > MOST_LETTERS) throw new Refusal(413, "desk.refusal.too-large");
  const context = await contextOf(db, file.locale, file.currency);
  return planFile(file.register, file.text, await storedLines(db, file.register), context);
}

export interface Written {
  added: number;
  changed: number;
  same: number;
}

/**
 * Does what a file says, all of it or nothing. The same file a second time changes nothing.
 * @throws Refusal 409 when a line has a fault, or the register has changed since so much was announced
 */
export async function writeFile(
  tx: Writer,
  actor: Actor,
  file: RegisterFile & { announced: Pick<Written, "added" | "changed"> | null },
  when: When,
): Promise<Written> {
  const { lines, faults } = await previewFile(tx, actor, file);
  if (faults.length > 0) throw new Refusal(409, "registers.file.refusal.faults", { count: faults.length });
  const of = (act: string) => lines.filter((line) => line.act === act);
  const written = { added: of("add").length, changed: of("change").length, same: of("same").length };
  const { announced } = file;
  if (announced && (announced.added !== written.added || announced.changed !== written.changed)) {
    throw new Refusal(409, "registers.file.refusal.changed-meanwhile");
  }
  const { register } = file;
  for (const line of of("add")) await addEntry(tx, actor, { register, entry: entryOf(register, line) }, when);
  for (const line of of("change")) {
    const { id = 0, version = 0 } = line.stored ?? {};
    await editEntry(tx, actor, { register, id, version, entry: entryOf(register, line) }, when);
  }
  return written;
}
