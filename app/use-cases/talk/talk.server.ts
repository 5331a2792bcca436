import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { commentMentions, comments, people } from "#db/schema.server";
import type { Nameable } from "./mentions";

/** Comments on one page. */
export const PAGE = 50;
const NEWEST = Number.MAX_SAFE_INTEGER;

/** `notes` 1 where the reader sees what judges keep among themselves: the query itself leaves it out for everybody else. */
const commentsOn = prepared((db) =>
  db
    .select({
      id: comments.id,
      body: comments.body,
      internal: comments.internal,
      at: comments.at,
      editedAt: comments.editedAt,
      withdrawnAt: comments.withdrawnAt,
      version: comments.version,
      authorId: comments.authorId,
      author: people.name,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(
      and(
        eq(comments.useCaseId, sql.placeholder("useCaseId")),
        lt(comments.id, sql.placeholder("before")),
        or(eq(comments.internal, false), sql`${sql.placeholder("notes")} = 1`),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(PAGE + 1),
);

const mentionedIn = prepared((db) =>
  db
    .select({
      commentId: commentMentions.commentId,
      id: people.id,
      name: people.name,
      nameFolded: people.nameFolded,
      email: people.email,
    })
    .from(commentMentions)
    .innerJoin(comments, eq(comments.id, commentMentions.commentId))
    .innerJoin(people, eq(people.id, commentMentions.personId))
    .where(eq(comments.useCaseId, sql.placeholder("useCaseId"))),
);

/** What was said of a case, newest first, as far as the reader may see it. Two queries. */
export async function readTalk(
  db: Reader,
  actor: Actor,
  useCase: Parties & { id: number },
  before: number | null = null,
) {
  const mayNote = permits(actor, "note.read", useCase);
  const useCaseId = useCase.id;
  const found = await commentsOn(db, { useCaseId, before: before ?? NEWEST, notes: mayNote ? 1 : 0 });
  const mentioned = found.length > 0 ? await mentionedIn(db, { useCaseId }) : [];
  const shown = found.slice(0, PAGE);
  return {
    mayNote,
    older: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    comments: shown.map(({ at, editedAt, withdrawnAt, ...said }) => ({
      ...said,
      at: at.getTime(),
      editedAt: editedAt?.getTime() ?? null,
      withdrawnAt: withdrawnAt?.getTime() ?? null,
      mentioned: mentioned
        .filter(({ commentId }) => commentId === said.id)
        .map(({ id, name, nameFolded, email }): Nameable => ({ id, name, nameFolded, email })),
      mayEdit: withdrawnAt === null && permits(actor, "comment.edit", { writtenBy: said.authorId }),
      mayWithdraw: withdrawnAt === null && permits(actor, "comment.withdraw", { writtenBy: said.authorId }),
    })),
  };
}

export type Talk = Awaited<ReturnType<typeof readTalk>>;
export type TalkComment = Talk["comments"][number];
