import { sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import type { Reader } from "./client.server";
import { sqliteTables } from "./postgres.server";

export interface BrokenReference {
  /** `reports.kpi_id → kpis.id` */
  reference: string;
  rows: number;
}

/**
 * Rows that point at a row which is not there. The engines refuse to make them; a restored backup or a hand on the
 * file may have. Every foreign key of the schema is looked at, whatever the engine enforces.
 */
export async function brokenReferences(db: Reader): Promise<{ references: number; broken: BrokenReference[] }> {
  const broken: BrokenReference[] = [];
  let references = 0;
  for (const table of sqliteTables) {
    const child = getTableConfig(table);
    for (const key of child.foreignKeys) {
      const { columns, foreignColumns, foreignTable } = key.reference();
      const [column] = columns;
      const [parentColumn] = foreignColumns;
      if (!column || !parentColumn) continue;
      references += 1;
      const parent = getTableConfig(foreignTable).name;
      const [row] = await db.rows<{ count: number }>(sql`
        select count(*) as count from ${sql.identifier(child.name)} child
        where child.${sql.identifier(column.name)} is not null and not exists (
          select 1 from ${sql.identifier(parent)} parent
          where parent.${sql.identifier(parentColumn.name)} = child.${sql.identifier(column.name)})`);
      const rows = Number(row?.count ?? 0);
      if (rows > 0) broken.push({ reference: `${child.name}.${column.name} → ${parent}.${parentColumn.name}`, rows });
    }
  }
  return { references, broken };
}
