import { type SQL, sql } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import {
  campaigns,
  criteria,
  dataSets,
  departments,
  filters,
  incidents,
  kpis,
  models,
  people,
  risks,
  useCases,
  vendors,
} from "#db/schema.server";
import type { FieldChange } from "./audit-changes";
import { idsIn, NAMED, type Named } from "./audit-values";

/** Names of things by kind and id: as people wrote them, or in both languages. */
export type Names = Partial<Record<Named, Record<number, string | Told>>>;

/** Where the name of a kind of thing stands; `told` where it may be in two languages. */
const NAMES_AT = {
  person: { table: people, id: people.id, name: people.name, told: false },
  department: { table: departments, id: departments.id, name: departments.name, told: true },
  "use-case": { table: useCases, id: useCases.id, name: useCases.reference, told: false },
  vendor: { table: vendors, id: vendors.id, name: vendors.name, told: false },
  model: { table: models, id: models.id, name: models.name, told: false },
  "data-set": { table: dataSets, id: dataSets.id, name: dataSets.name, told: false },
  filter: { table: filters, id: filters.id, name: filters.name, told: true },
  criterion: { table: criteria, id: criteria.id, name: criteria.name, told: true },
  campaign: { table: campaigns, id: campaigns.id, name: campaigns.name, told: true },
  risk: { table: risks, id: risks.id, name: risks.title, told: true },
  incident: { table: incidents, id: incidents.id, name: incidents.title, told: true },
  kpi: { table: kpis, id: kpis.id, name: kpis.name, told: true },
} satisfies Record<Named, object>;

interface Spoken {
  subject: string;
  subjectId: number;
  useCaseId: number | null;
  changes: readonly FieldChange[];
}

/** The names of all that these events speak of. One query, whatever they are; none where they name nothing. */
export async function namesIn(db: Reader, events: readonly Spoken[]): Promise<Names> {
  const ids = idsIn(events.flatMap(({ changes }) => changes));
  const add = (kind: Named, id: number) => void ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  for (const { subject, subjectId, useCaseId } of events) {
    const kind = NAMED.find((name) => name === subject);
    if (kind) add(kind, subjectId);
    if (useCaseId !== null) add("use-case", useCaseId);
  }
  const parts = [...ids].map(([kind, wanted]): SQL => {
    const { table, id, name } = NAMES_AT[kind];
    const list = sql.join(
      [...wanted].map((one) => sql`${one}`),
      sql`, `,
    );
    return sql`SELECT ${sql.raw(`'${kind}'`)} AS kind, ${id} AS id, ${name} AS name FROM ${table} WHERE ${id} IN (${list})`;
  });
  if (parts.length === 0) return {};
  const rows = await db.rows<{ kind: string; id: number; name: string }>(sql.join(parts, sql` UNION ALL `));
  const names: Names = {};
  for (const { id, name, ...row } of rows) {
    const kind = NAMED.find((known) => known === row.kind);
    if (!kind) continue;
    names[kind] = { ...names[kind], [id]: NAMES_AT[kind].told ? (JSON.parse(name) as Told) : name };
  }
  return names;
}
