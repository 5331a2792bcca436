import { useSpeech } from "#app/locales/use-speech";
import { DataTable } from "#app/ui/table";
import type { FilterPreview } from "./filter-preview.server";
import { filterRule } from "./filter-words";

/** What the filters would stop if this one were saved, against what they stop today. */
export function FilterPreviewTable({ before, after }: FilterPreview) {
  const speech = useSpeech();
  const { t, tell, number } = speech;
  const today = new Map(before.steps.map((step) => [step.filter.id, step]));
  return (
    <>
      <p>
        {t("prioritise.preview.passing", {
          count: after.passing,
          was: number(before.passing),
          cases: number(after.cases),
        })}
      </p>
      <DataTable
        caption={t("prioritise.preview")}
        narrow="cards"
        rows={after.steps}
        rowKey={({ filter }) => filter.id}
        empty={t("prioritise.filters.none")}
        columns={[
          { key: "filter", header: t("prioritise.filter"), rowHeader: true, cell: ({ filter }) => tell(filter.name) },
          { key: "rule", header: t("prioritise.rule"), cell: ({ filter }) => filterRule(speech, filter) },
          {
            key: "entered",
            header: t("prioritise.funnel.entered"),
            numeric: true,
            short: true,
            cell: ({ entered }) => number(entered),
          },
          {
            key: "stopped",
            header: t("prioritise.preview.stopped"),
            numeric: true,
            short: true,
            cell: ({ stopped }) => number(stopped),
          },
          {
            key: "today",
            header: t("prioritise.preview.today"),
            numeric: true,
            short: true,
            cell: ({ filter }) => number(today.get(filter.id)?.stopped ?? null),
          },
        ]}
      />
    </>
  );
}
