import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { withoutHiddenScores } from "#app/assessment/blind.server";
import { act, ask } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { type Verification, verifyAudit } from "#app/people/audit.server";
import { readAuditLog } from "#app/people/audit-log.server";
import { namesIn } from "#app/people/audit-names.server";
import { auditQuery } from "#app/people/audit-query";
import { AuditFilterBar, AuditTable, ChainCheck } from "#app/people/audit-view";
import { permit } from "#app/people/permit";
import { Empty, PageHeader, Section } from "#app/ui/page";
import { Pager } from "#app/ui/table";
import { withoutHiddenDrafts, withoutHiddenTalk } from "#app/use-cases/history/hidden-talk.server";

export const handle = { title: "people.audit.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url }) => {
    permit(actor, "audit.read", {});
    const query = auditQuery.parse(Object.fromEntries(url.searchParams));
    const { rows, newer, older } = await readAuditLog(
      database,
      { ...query, subjectId: query.id },
      organisation.timeZone,
    );
    const page = (direction: "newer" | "older", id: number | null) => {
      if (id === null) return null;
      const next = new URLSearchParams(url.searchParams);
      next.delete("newer");
      next.delete("older");
      next.set(direction, String(id));
      return `/audit?${next}`;
    };
    const scored = await withoutHiddenScores(database, actor, rows);
    const told = await withoutHiddenDrafts(database, actor, await withoutHiddenTalk(database, actor, scored));
    const names = await namesIn(database, told);
    return { query, rows: told, names, newer: page("newer", newer), older: page("older", older) };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async ({ database, actor }) => {
    permit(actor, "audit.read", {});
    return json({ errors: {}, typed: {}, chosen: {}, found: await verifyAudit(database) });
  })(args);

export default function AuditLog() {
  const { t } = useSpeech();
  const { query, rows, names, newer, older } = useAnswer<typeof loader>();
  const { found = null } = (useActionData() as { found?: Verification } | undefined) ?? {};
  return (
    <>
      <PageHeader title={t("people.audit.title")} lead={t("people.audit.lead")} />
      <ChainCheck found={found} />
      <AuditFilterBar query={query} />
      {rows.length > 0 ? (
        <Section>
          <AuditTable rows={rows} names={names} />
          <Pager previous={newer} next={older} />
        </Section>
      ) : (
        <Empty title={t("people.audit.none")}>{t("people.audit.none.next")}</Empty>
      )}
    </>
  );
}
