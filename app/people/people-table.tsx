import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { Badge } from "#app/ui/mark";
import { FilterBar, SearchField } from "#app/ui/navigation";
import { DataTable } from "#app/ui/table";
import { DIRECTORY_STATUSES } from "./directory";
import type { DirectoryRow } from "./directory.server";
import { RoleBadges } from "./person-facts";
import type { DepartmentChoice } from "./person-fields";
import { ROLES } from "./roles";

export interface PeopleFilter {
  words: string | null;
  role: string | null;
  departmentId: number | null;
  status: string;
}

export function isNarrowed({ words, role, departmentId, status }: PeopleFilter): boolean {
  return Boolean(words || role || departmentId) || status !== "active";
}

export function PeopleFilterBar(props: { filter: PeopleFilter; departments: readonly DepartmentChoice[] }) {
  const { filter, departments } = props;
  const { t, tell } = useSpeech();
  return (
    <FilterBar clear={isNarrowed(filter) ? "/people" : null}>
      <SearchField label={t("people.list.search")} value={filter.words} />
      <Select
        name="role"
        label={t("people.list.role")}
        empty={t("people.list.any-role")}
        value={filter.role}
        options={ROLES.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
      />
      <Select
        name="department"
        label={t("people.list.department")}
        empty={t("people.list.any-department")}
        value={filter.departmentId ? String(filter.departmentId) : null}
        options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
      />
      <Select
        name="status"
        label={t("people.list.status")}
        value={filter.status}
        options={DIRECTORY_STATUSES.map((status) => ({
          value: status,
          label: t(`people.list.status.${status}`),
        }))}
      />
    </FilterBar>
  );
}

export function PeopleTable({ rows }: { rows: readonly DirectoryRow[] }) {
  const { t, tell, list } = useSpeech();
  return (
    <DataTable
      caption={t("people.list.title")}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/people/${id}`}
      columns={[
        { key: "name", header: t("people.person.name"), rowHeader: true, cell: ({ name }) => name },
        {
          key: "roles",
          header: t("people.person.roles"),
          cell: ({ roles, active }) => (
            <>
              <RoleBadges roles={roles} />
              {!active && <Badge tone="warning">{t("people.person.closed")}</Badge>}
            </>
          ),
        },
        {
          key: "departments",
          header: t("people.person.departments"),
          cell: ({ departments }) => (departments.length ? list(departments.map(tell)) : UNKNOWN),
        },
        { key: "email", header: t("people.email"), cell: ({ email }) => <span className="hint">{email}</span> },
      ]}
    />
  );
}
