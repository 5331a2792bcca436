import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { Checkbox } from "#app/ui/choice";
import { FacetMenu, Menu } from "#app/ui/facet";
import { NumberField } from "#app/ui/field";
import { Tag } from "#app/ui/mark";
import { FilterBar, SearchField } from "#app/ui/navigation";
import { Row } from "#app/ui/page";
import { STAGES } from "../stages";
import type { Choice } from "./facets";
import type { CaseList } from "./list.server";
import { FACETS, type Facet, FILTERS, hrefOf, isFiltered, type ListQuery, NONE, unfiltered } from "./query";
import { ViewFields } from "./view-fields";
import { useMarkWords } from "./words";

const stageOrder = ({ value }: Choice) => {
  const at = (STAGES as readonly string[]).indexOf(value);
  return at < 0 ? STAGES.length : at;
};

/** Choices with none left are still offered while they are chosen: how else would one take them away? */
const offered = (choices: readonly Choice[], chosen: readonly string[]): Choice[] => [
  ...choices,
  ...chosen.filter((value) => !choices.some((choice) => choice.value === value)).map((value) => ({ value, cases: 0 })),
];

/** The filters of the list, each choice with how many cases it would leave. */
export function ListFilters({ list }: { list: CaseList }) {
  const { query, facets, owner } = list;
  const { t, number } = useSpeech();
  const { labels, words } = useMarkWords(list);
  const menus = FACETS.map((facet) => {
    const choices = offered(facets[facet], query[facet]);
    if (choices.length === 0) return null;
    if (facet === "stage") choices.sort((a, b) => stageOrder(a) - stageOrder(b));
    const [first] = query[facet];
    const many = query[facet].length;
    return (
      <FacetMenu
        key={facet}
        name={facet}
        label={labels[facet]}
        summary={first === undefined ? null : many > 1 ? number(many) : words[facet](first)}
        chosen={query[facet]}
        choices={choices.map(({ value, cases }) => ({
          value,
          label: words[facet](value),
          count: number(cases),
        }))}
      />
    );
  });
  const others = [query.mine, query.owner, query.older].filter((value) => value !== null).length;
  const unfound = query.owner !== null && query.owner !== NONE && owner === null ? query.owner : null;
  return (
    <>
      <FilterBar clear={isFiltered(query) ? hrefOf(unfiltered(query)) : null}>
        <SearchField label={t("use-cases.list.search")} value={query.q} />
        {menus}
        <Menu label={t("list.more-filters")} summary={others > 0 ? number(others) : null} open={unfound !== null}>
          <Checkbox name="mine" label={t("use-cases.list.mine")} checked={query.mine !== null} />
          <Checkbox name="owner" id="no-owner" value={NONE} label={t("list.no-owner")} checked={query.owner === NONE} />
          <PersonField
            name="owner"
            label={t("use-cases.column.owner")}
            person={owner}
            value={unfound ?? undefined}
            error={unfound === null ? null : t("list.owner-not-found")}
          />
          <NumberField name="older" label={t("list.older")} unit={t("list.days")} value={query.older} />
        </Menu>
        <ViewFields query={query} without={FILTERS} />
      </FilterBar>
      <Chosen list={list} />
    </>
  );
}

/** Every filter that is on, each with its own way out. */
function Chosen({ list }: { list: CaseList }) {
  const { query, owner } = list;
  const { t } = useSpeech();
  const { labels, words } = useMarkWords(list);
  const chip = (key: string, words: string, without: Partial<ListQuery>) => (
    <Tag key={key} removeHref={hrefOf(query, without)}>
      {words}
    </Tag>
  );
  const named = (facet: Facet, value: string) => t("list.chosen", { label: labels[facet], value: words[facet](value) });
  const ownerWords = query.owner === NONE ? t("list.no-owner") : (owner?.name ?? query.owner);
  const chips = [
    ...FACETS.flatMap((facet) =>
      query[facet].map((value) =>
        chip(`${facet} ${value}`, named(facet, value), { [facet]: query[facet].filter((one) => one !== value) }),
      ),
    ),
    ...(query.mine ? [chip("mine", t("use-cases.list.mine"), { mine: null })] : []),
    ...(ownerWords === null ? [] : [chip("owner", ownerWords, { owner: null })]),
    ...(query.older === null ? [] : [chip("older", t("list.older-than", { count: query.older }), { older: null })]),
    ...(query.case.length === 0
      ? []
      : [chip("case", t("list.only-selected", { count: query.case.length }), { case: [] })]),
  ];
  return chips.length > 0 && <Row>{chips}</Row>;
}
