import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { CaseLink } from "./case-link";
import type { Choice } from "./choice";
import { PAGE_SIZE } from "./choice";
import { checkReason, filterRule } from "./filter-words";
import { countAddress, type FunnelCount } from "./funnel-cases";
import type { FunnelCases } from "./funnel-cases.server";

/** A count of the funnel, which opens to its cases. */
export function CountLink({
  filterId,
  of,
  count,
  choice,
}: {
  filterId: number;
  of: FunnelCount;
  count: number | null;
  choice?: Choice;
}) {
  const { number } = useSpeech();
  const said = number(count);
  return count ? <a href={countAddress(filterId, of, choice)}>{said}</a> : said;
}

/** The cases behind a count of the funnel, each with its own figure and why. */
export function FunnelCasesView({ opened: { filter, asked, cases, count } }: { opened: FunnelCases }) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const { page } = asked.choice;
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const to = (number: number) => countAddress(filter.id, asked.of, asked.choice).replace("#", `&page=${number}#`);
  const title = t(`prioritise.funnel.cases.${asked.of}`, { filter: tell(filter.name), count });
  return (
    <Section id="cases" title={title} lead={filterRule(speech, filter)}>
      <DataTable
        caption={title}
        hideCaption
        narrow="cards"
        rows={cases}
        rowKey={({ reference }) => reference}
        empty={t("prioritise.funnel.cases.none")}
        columns={[
          {
            key: "case",
            header: t("prioritise.case"),
            cell: ({ reference, title: name }) => <CaseLink reference={reference} title={name} />,
            rowHeader: true,
          },
          {
            key: "state",
            header: t("prioritise.check.column"),
            cell: ({ check }) => t(`prioritise.state-of.${check.state}`),
          },
          { key: "why", header: t("prioritise.why.column"), cell: ({ check }) => checkReason(speech, check) },
        ]}
      />
      {last > 1 && (
        <Pager
          previous={page > 1 ? to(page - 1) : undefined}
          next={page < last ? to(page + 1) : undefined}
          summary={t("prioritise.page", { page, last })}
        />
      )}
    </Section>
  );
}
