import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { DataTable } from "#app/ui/table";
import type { SharedNeed } from "./co-sponsors.server";
import type { DepartmentVolume } from "./volumes";

/** Beside the vote: the way to bring one's own volumes, and what the need adds up to where others share it. */
export function JoinSlot({ shared, reference }: { shared: SharedNeed; reference: string }) {
  const { t, tell, number, list } = useSpeech();
  const { coSponsors, mayJoin, joined, mine } = shared;
  const names = coSponsors.map(({ person, department }) =>
    [person ?? t("desk.nobody"), tell(department)].filter(Boolean).join(", "),
  );
  const page = `/use-cases/${reference}/join`;
  const { people, hours } = shared.shared;
  return (
    <>
      {mine === "to-correct" && !joined && (
        <ButtonLink href={`/use-cases/${reference}/edit`}>{t("similar.shared-need.own")}</ButtonLink>
      )}
      {mayJoin && (!mine || joined) && (
        <ButtonLink href={page}>{joined ? t("similar.shared-need.mine") : t("similar.shared-need.join")}</ButtonLink>
      )}
      {coSponsors.length > 0 && <p>{t("similar.shared-need.joined-by", { names: list(names) })}</p>}
      {coSponsors.length > 0 && (
        <p>
          <a href={page}>
            {t("similar.shared-need.total", {
              count: shared.shared.departments.length,
              people: people === null ? t("desk.unknown") : number(people),
              hours: hours === null ? t("desk.unknown") : number(hours, 0),
            })}
          </a>
        </p>
      )}
    </>
  );
}

/** What the need adds up to, by department, with its formula. */
export function SharedVolumes({ shared }: { shared: SharedNeed }) {
  const { t, tell, number } = useSpeech();
  const { departments } = shared.shared;
  const name = (id: number | null) => {
    const found = shared.departments.find((one) => one.id === id);
    return found ? tell(found.name) : t("use-cases.head.no-department");
  };
  const figure = (value: number | null) => (value === null ? t("desk.unknown") : number(value, 0));
  return (
    <>
      <DataTable<DepartmentVolume>
        caption={t("similar.shared-need.by-department")}
        rows={departments}
        rowKey={({ departmentId }) => String(departmentId)}
        narrow="cards"
        columns={[
          {
            key: "department",
            header: t("similar.field.department"),
            cell: ({ departmentId }) => name(departmentId),
            rowHeader: true,
            total: t("similar.shared-need.all"),
          },
          {
            key: "people",
            header: t("similar.field.people"),
            numeric: true,
            cell: ({ people }) => figure(people),
            total: figure(shared.shared.people),
          },
          {
            key: "hours",
            header: t("similar.field.hours"),
            numeric: true,
            cell: ({ hours }) => figure(hours),
            total: figure(shared.shared.hours),
          },
          {
            key: "counted",
            header: t("similar.field.counted"),
            numeric: true,
            cell: ({ counted, entries }) => t("similar.shared-need.counted", { counted, entries }),
          },
        ]}
        totals
      />
      <p className="hint">{t("similar.shared-need.formula")}</p>
    </>
  );
}
