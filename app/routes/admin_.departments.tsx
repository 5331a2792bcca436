import type { LoaderFunctionArgs } from "@remix-run/node";
import { AdministrationTabs } from "#app/administration";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { listDepartments } from "#app/people/departments.server";
import { permit } from "#app/people/permit";
import { ButtonLink } from "#app/ui/button";
import { Badge } from "#app/ui/mark";
import { Empty, PageHeader } from "#app/ui/page";
import { DataTable } from "#app/ui/table";

export const handle = { title: "people.departments.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => {
    permit(actor, "department.edit", {});
    return { departments: await listDepartments(database) };
  })(args);

export default function Departments() {
  const { t, tell, number, money } = useSpeech();
  const { departments } = useAnswer<typeof loader>();
  const add = (
    <ButtonLink href="/admin/departments/new" variant="primary">
      {t("people.departments.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("people.departments.title")}
        lead={t("people.departments.lead")}
        actions={departments.length > 0 && add}
      />
      <AdministrationTabs current="/admin/departments" />
      {departments.length === 0 ? (
        <Empty title={t("people.departments.none")} action={add}>
          {t("people.departments.none.next")}
        </Empty>
      ) : (
        <DataTable
          caption={t("people.departments.title")}
          hideCaption
          narrow="cards"
          rows={departments}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/admin/departments/${id}`}
          columns={[
            {
              key: "name",
              header: t("people.department.name"),
              rowHeader: true,
              cell: ({ name, active }) => (
                <>
                  {tell(name)} {!active && <Badge>{t("people.department.closed")}</Badge>}
                </>
              ),
            },
            { key: "code", header: t("people.department.code"), cell: ({ code }) => code },
            {
              key: "champions",
              header: t("people.department.champions"),
              numeric: true,
              cell: ({ champions, active }) =>
                champions || !active ? (
                  number(champions)
                ) : (
                  <Badge tone="warning">{t("people.department.no-champion")}</Badge>
                ),
            },
            {
              key: "headcount",
              header: t("people.department.headcount"),
              numeric: true,
              cell: (department) => number(department.headcount),
            },
            {
              key: "cost",
              header: t("people.department.hourly-cost"),
              numeric: true,
              cell: ({ hourlyCostMinor }) => money(hourlyCostMinor),
            },
          ]}
        />
      )}
    </>
  );
}
