import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Board, type BoardColumn } from "#app/ui/board";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Badge } from "#app/ui/mark";
import { FilterBar, Tabs } from "#app/ui/navigation";
import { Empty, PageHeader, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { FlowStep } from "./pipeline";
import type { Pipeline, PipelineCard, PipelineColumn } from "./pipeline.server";

function CardFacts({ card }: { card: PipelineCard }) {
  const { t, tell, date, shortMoney } = useSpeech();
  return (
    <>
      <p className="hint">
        <Unbroken>
          {card.reference} · {tell(card.department) || t("desk.unknown")}
        </Unbroken>
      </p>
      <p className="hint">{card.owner ?? t("delivery.pipeline.no-owner")}</p>
      <Row>
        {card.age !== null && <span>{t("delivery.pipeline.age", { days: card.age })}</span>}
        {card.npvMinor !== null && <span>{shortMoney(card.npvMinor)}</span>}
        {card.relookOn && <span>{t("delivery.pipeline.relook", { date: date(card.relookOn) })}</span>}
        {card.missing !== null && (
          <Badge tone={card.missing === 0 ? "good" : "warning"}>
            {t("delivery.pipeline.missing", { count: card.missing })}
          </Badge>
        )}
      </Row>
    </>
  );
}

/** The board, how cases flow through it, and what is out of the way. */
export function PipelineView(props: {
  pipeline: Pipeline | null;
  flow: FlowStep[] | null;
  departments: { id: number; name: Told }[];
  departmentId: number | null;
  maySubmit: boolean;
}) {
  const { pipeline, flow, departments, departmentId, maySubmit } = props;
  const { t, tell } = useSpeech();
  const query = departmentId === null ? "" : `department=${departmentId}`;
  const nothing = pipeline
    ? [...pipeline.columns, ...pipeline.ended].every(({ count }) => count === 0)
    : flow?.every(({ entered }) => entered === 0);
  return (
    <>
      <PageHeader title={t("delivery.pipeline.title")} lead={t("delivery.pipeline.lead")} />
      <Tabs
        label={t("delivery.pipeline.views")}
        items={[
          { href: `/pipeline${query && `?${query}`}`, label: t("delivery.pipeline.board"), current: flow === null },
          {
            href: `/pipeline?view=flow${query && `&${query}`}`,
            label: t("delivery.pipeline.flow"),
            current: flow !== null,
          },
        ]}
      />
      {!(nothing && departmentId === null) && (
        <FilterBar clear={departmentId === null ? null : flow ? "/pipeline?view=flow" : "/pipeline"}>
          {flow && <input type="hidden" name="view" value="flow" />}
          <Select
            name="department"
            label={t("delivery.pipeline.department")}
            empty={t("delivery.pipeline.all-departments")}
            value={departmentId === null ? "" : String(departmentId)}
            options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
          />
        </FilterBar>
      )}
      {nothing && <NothingYet maySubmit={maySubmit} />}
      {pipeline && !nothing && <PipelineBoard pipeline={pipeline} query={query} />}
      {flow && !nothing && <Flow flow={flow} />}
    </>
  );
}

function NothingYet({ maySubmit }: { maySubmit: boolean }) {
  const { t } = useSpeech();
  return (
    <Empty
      title={t("delivery.pipeline.none")}
      action={maySubmit && <ButtonLink href="/use-cases/new">{t("desk.nav.new")}</ButtonLink>}
    >
      {t("delivery.pipeline.none.next")}
    </Empty>
  );
}

function PipelineBoard({ pipeline, query }: { pipeline: Pipeline; query: string }) {
  const { t, tell, number, shortMoney, money } = useSpeech();
  const listOf = (stage: string) => `/use-cases?stage=${stage}${query && `&${query}`}`;
  const columnOf = ({ stage, count, npvMinor, cards }: PipelineColumn): BoardColumn => {
    const name = stage ?? "unknown";
    return {
      key: name,
      title: t(`use-cases.stage.${name}`),
      href: listOf(name),
      note: (
        <>
          {number(count)}
          {npvMinor !== null && <span title={money(npvMinor)}> · {shortMoney(npvMinor)}</span>}
        </>
      ),
      tone: stage === null && count > 0 ? "warning" : undefined,
      empty: t("delivery.pipeline.column-empty"),
      more:
        count > cards.length
          ? { href: listOf(name), label: t("delivery.pipeline.more", { count: count - cards.length }) }
          : undefined,
      cards: cards.map((card) => ({
        key: card.reference,
        href: `/use-cases/${card.reference}/governance`,
        title: tell(card.title) || t("use-cases.untitled"),
        children: <CardFacts card={card} />,
      })),
    };
  };
  return (
    <>
      <Board label={t("delivery.pipeline.board")} columns={pipeline.columns.map(columnOf)} />
      <Section title={t("delivery.pipeline.ended")}>
        <DataTable
          caption={t("delivery.pipeline.ended")}
          hideCaption
          rows={pipeline.ended}
          rowKey={({ stage }) => stage}
          rowHref={({ stage }) => listOf(stage)}
          columns={[
            {
              key: "stage",
              header: t("delivery.pipeline.stage"),
              cell: ({ stage }) => t(`use-cases.stage.${stage}`),
              rowHeader: true,
            },
            {
              key: "count",
              header: t("delivery.pipeline.cases"),
              cell: ({ count }) => number(count),
              numeric: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

function Flow({ flow }: { flow: FlowStep[] }) {
  const { t, number, percent } = useSpeech();
  return (
    <Section title={t("delivery.flow.title")} lead={t("delivery.flow.lead")}>
      <DataTable
        caption={t("delivery.flow.title")}
        hideCaption
        rows={flow}
        rowKey={({ stage }) => stage}
        narrow="cards"
        columns={[
          {
            key: "stage",
            header: t("delivery.pipeline.stage"),
            cell: ({ stage }) => t(`use-cases.stage.${stage}`),
            rowHeader: true,
          },
          { key: "entered", header: t("delivery.flow.entered"), cell: (step) => number(step.entered), numeric: true },
          { key: "onward", header: t("delivery.flow.onward"), cell: (step) => number(step.onward), numeric: true },
          { key: "back", header: t("delivery.flow.back"), cell: (step) => number(step.back), numeric: true },
          { key: "out", header: t("delivery.flow.out"), cell: (step) => number(step.out), numeric: true },
          { key: "still", header: t("delivery.flow.still"), cell: (step) => number(step.still), numeric: true },
          {
            key: "conversion",
            header: t("delivery.flow.conversion"),
            cell: (step) => percent(step.conversion, 0),
            numeric: true,
          },
          { key: "days", header: t("delivery.flow.days"), cell: (step) => number(step.medianDays), numeric: true },
        ]}
      />
    </Section>
  );
}
