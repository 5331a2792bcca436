import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { Hidden } from "#app/ui/form";
import { FilterBar, SearchField } from "#app/ui/navigation";
import { AI_TYPES, isOffered, SOURCES } from "../content";
import { isStage, STAGES } from "../stages";
import type { Choice } from "./facets";
import type { CaseList } from "./list.server";
import { hrefOf, isFiltered, NONE, SORTS } from "./query";

/** The filters of the list, each choice with how many cases it would leave. */
export function ListFilters({ list: { query, facets, departments } }: { list: CaseList }) {
  const { t, tell } = useSpeech();
  const counted = (choices: readonly Choice[], label: (value: string) => string) =>
    choices.map(({ value, cases }) => ({
      value,
      label: t("use-cases.list.choice", { label: label(value), count: cases }),
    }));
  const order = (value: string) => (isStage(value) ? STAGES.indexOf(value) : STAGES.length);
  const departmentName = (value: string) =>
    tell(departments.find(({ id }) => String(id) === value)?.name) || t("use-cases.head.no-department");
  const all = t("use-cases.list.all");
  return (
    <FilterBar
      clear={
        isFiltered(query)
          ? hrefOf({ ...query, q: "", stage: null, department: null, aiType: null, source: null, mine: null })
          : null
      }
    >
      <SearchField label={t("use-cases.list.search")} value={query.q} />
      <Select
        name="stage"
        label={t("use-cases.column.stage")}
        empty={all}
        value={query.stage}
        options={counted(
          [...facets.stage].sort((a, b) => order(a.value) - order(b.value)),
          (value) => t(isStage(value) ? `use-cases.stage.${value}` : "use-cases.stage.unknown"),
        )}
      />
      <Select
        name="department"
        label={t("use-cases.field.departmentId")}
        empty={all}
        value={query.department === null ? null : String(query.department)}
        options={counted(facets.department, departmentName)}
      />
      <Select
        name="aiType"
        label={t("use-cases.field.aiType")}
        empty={all}
        value={query.aiType}
        options={counted(facets.aiType, (value) =>
          isOffered(AI_TYPES, value) ? t(`use-cases.ai-type.${value}`) : value === NONE ? t("desk.unknown") : value,
        )}
      />
      <Select
        name="source"
        label={t("use-cases.field.source")}
        empty={all}
        value={query.source}
        options={counted(facets.source, (value) =>
          isOffered(SOURCES, value) ? t(`use-cases.source.${value}`) : value === NONE ? t("desk.unknown") : value,
        )}
      />
      <Select
        name="mine"
        label={t("use-cases.list.whose")}
        empty={all}
        value={query.mine}
        options={[{ value: "yes", label: t("use-cases.list.mine") }]}
      />
      {(query.sort !== "updated" || query.direction !== SORTS.updated) && (
        <Hidden values={{ sort: query.sort, direction: query.direction }} />
      )}
    </FilterBar>
  );
}
