import { eq, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { departments, people, screeners, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import { isStage, WAY_THROUGH } from "./stages";

const ON_THE_WAY = WAY_THROUGH.map((stage) => `'${stage}'`).join(", ");

/** Somebody of the case, under another name. A subquery, because PostgreSQL's driver does not know this schema's aliases. */
const personAs = (db: Reader, name: string) => db.select({ id: people.id, name: people.name }).from(people).as(name);

const headerOf = prepared((db) => {
  const owner = personAs(db, "owner");
  const technicalOwner = personAs(db, "technical_owner");
  const author = personAs(db, "author");
  const coAuthor = personAs(db, "co_author");
  const screener = personAs(db, "screener");
  const other = db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .as("other");
  return db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: shownTitle,
      stage: useCases.stage,
      stageSince: useCases.stageSince,
      stageReason: useCases.stageReason,
      relookOn: useCases.relookOn,
      departmentId: useCases.departmentId,
      department: departments.name,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      author: author.name,
      coAuthor: coAuthor.name,
      ownerId: useCases.ownerId,
      owner: owner.name,
      technicalOwnerId: useCases.technicalOwnerId,
      technicalOwner: technicalOwner.name,
      screener: screener.name,
      mergedInto: other.reference,
      mergedIntoTitle: other.title,
      version: useCases.version,
      // Where it was on its way when it left it; of a case on its way, where it was before.
      cameFrom: sql<string | null>`(select s.from_stage from stage_changes s where s.use_case_id = ${useCases.id}
        and s.from_stage in (${sql.raw(ON_THE_WAY)}) order by s.id desc limit 1)`,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(author, eq(author.id, useCases.authorId))
    .leftJoin(coAuthor, eq(coAuthor.id, useCases.coAuthorId))
    .leftJoin(owner, eq(owner.id, useCases.ownerId))
    .leftJoin(technicalOwner, eq(technicalOwner.id, useCases.technicalOwnerId))
    .leftJoin(screeners, eq(screeners.useCaseId, useCases.id))
    .leftJoin(screener, eq(screener.id, screeners.personId))
    .leftJoin(other, eq(other.id, useCases.mergedIntoId))
    .where(eq(useCases.reference, sql.placeholder("reference")));
});

/** What stands above every page of a case. @throws Refusal 404 */
export async function readHeader(db: Reader, reference: string | undefined) {
  const [row] = await headerOf(db, { reference: (reference ?? "").toUpperCase() });
  if (!row) throw new Refusal(404, "use-cases.refusal.not-found", { reference: reference ?? "" });
  const { cameFrom } = row;
  return {
    ...row,
    stage: isStage(row.stage) ? row.stage : null,
    cameFrom: isStage(cameFrom) ? cameFrom : null,
  };
}

export type CaseHeader = Awaited<ReturnType<typeof readHeader>>;
