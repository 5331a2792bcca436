import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { listDepartments } from "#app/people/departments.server";
import { directoryQuery } from "#app/people/directory";
import { listPeople } from "#app/people/directory.server";
import { isNarrowed, PeopleFilterBar, PeopleTable } from "#app/people/people-table";
import { permit } from "#app/people/permit";
import { ButtonLink } from "#app/ui/button";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { Pager } from "#app/ui/table";

export const handle = { title: "people.list.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, permits }) => {
    permit(actor, "person.read", {});
    const { q, department, after, before, ...asked } = directoryQuery.parse(Object.fromEntries(url.searchParams));
    const filter = { ...asked, words: q, departmentId: department };
    const { rows, total, previous, next } = await listPeople(database, { ...filter, after, before });
    const departments = (await listDepartments(database)).filter(({ active }) => active);
    const page = (direction: "after" | "before", id: number | null) => {
      if (id === null) return null;
      const query = new URLSearchParams(url.searchParams);
      query.delete("after");
      query.delete("before");
      query.set(direction, String(id));
      return `/people?${query}`;
    };
    return {
      ...{ filter, rows, total, mayEdit: permits("person.edit") },
      previous: page("before", previous),
      next: page("after", next),
      departments: departments.map(({ id, name }) => ({ id, name })),
      // Nobody but the one who set the house up.
      alone: permits("person.edit") && total === 1 && rows[0]?.id === actor.personId && !isNarrowed(filter),
      unchampioned: departments.filter(({ champions }) => champions === 0).map(({ name }) => name),
    };
  })(args);

export default function People() {
  const { t, tell, list } = useSpeech();
  const { filter, rows, total, mayEdit, previous, next, departments, unchampioned, alone } = useAnswer<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("people.list.title")}
        lead={t("people.list.lead")}
        actions={
          mayEdit && (
            <ButtonLink href="/people/new" variant="primary">
              {t("people.list.new")}
            </ButtonLink>
          )
        }
      />
      {alone && (
        <Notice tone="info" title={t("people.list.alone")}>
          {t("people.list.alone.next")} <a href="/people/new">{t("people.list.new")}</a>
        </Notice>
      )}
      {unchampioned.length > 0 && (
        <Notice tone="info">
          {t("people.list.no-champion", { count: unchampioned.length, names: list(unchampioned.map(tell)) })}
        </Notice>
      )}
      <PeopleFilterBar filter={filter} departments={departments} />
      {rows.length > 0 ? (
        <Section>
          <PeopleTable rows={rows} />
          <Pager previous={previous} next={next} summary={t("people.list.count", { count: total })} />
        </Section>
      ) : (
        <Empty title={t("people.list.none")}>{t("people.list.none.next")}</Empty>
      )}
    </>
  );
}
