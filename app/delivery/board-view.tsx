import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Board, type BoardCard, type BoardColumn, type BoardLane } from "#app/ui/board";
import { Button } from "#app/ui/button";
import { NumberField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { incidentNumber } from "#app/use-cases/incident-number";
import { lackSaid, type OwnQuestions } from "#app/use-cases/own-checks/requirement-words";
import { LIMITED_STAGES } from "./pipeline";
import type { Pipeline, PipelineCard, PipelineColumn } from "./pipeline.server";
import { RollOutLine } from "./roll-out/line";

/** What a card names of what its next gate still asks for: the first ones, and how many more. */
const NAMED = 2;

function useCardFacts(questions: OwnQuestions) {
  const speech = useSpeech();
  const { t, tell, date, shortMoney, list } = speech;
  const missingLine = (missing: NonNullable<PipelineCard["missing"]>) => {
    const named = missing.slice(0, NAMED).map((one) => lackSaid(one, questions, speech));
    const more = missing.length - named.length;
    return t("delivery.pipeline.missing", {
      count: missing.length,
      names: list(more > 0 ? [...named, t("delivery.pipeline.missing.more", { count: more })] : named),
    });
  };
  return (card: PipelineCard) => {
    const facts = [
      card.age === null ? null : t("delivery.pipeline.age", { days: card.age }),
      card.npvMinor === null ? null : shortMoney(card.npvMinor),
      card.relookOn ? t("delivery.pipeline.relook", { date: date(card.relookOn) }) : null,
    ].filter((fact) => fact !== null);
    return (
      <>
        <p className="hint">
          <Unbroken>
            {card.reference} · {tell(card.department) || t("desk.unknown")}
          </Unbroken>
        </p>
        <p className="hint">{card.owner ?? t("delivery.pipeline.no-owner")}</p>
        {facts.length > 0 && <p className="board-facts">{facts.join(" · ")}</p>}
        {card.rollOut && (
          <p className="hint">
            <RollOutLine totals={card.rollOut} />
          </p>
        )}
        {card.missing !== null && (
          <p className={card.missing.length === 0 ? "board-ready" : "board-missing"}>{missingLine(card.missing)}</p>
        )}
        {card.pausedBy !== null && (
          <p className="board-missing">
            <a href={`/use-cases/${card.reference}/incidents/${card.pausedBy}`}>
              {t("incidents.board-paused", { number: incidentNumber(card.pausedBy) })}
            </a>
          </p>
        )}
        {card.warning && (
          <p className="board-missing">
            {t("delivery.warning.of", {
              warning: t(`delivery.warning.short.${card.warning.kind}`),
              more: card.warning.count - 1,
            })}
          </p>
        )}
      </>
    );
  };
}

export interface BoardProps {
  pipeline: Pipeline;
  /** The board's own address after its «?»: the department and the lanes. */
  query: string;
  listQuery: string;
  lanes: boolean;
  mayLimit: boolean;
}

/** The cases by stage: which are too many, how long each stays there, and what its next gate still asks for. */
export function BoardView({ pipeline, query, listQuery, lanes, mayLimit }: BoardProps) {
  const { t, tell, number, shortMoney, money } = useSpeech();
  const cardFacts = useCardFacts(pipeline.questions);
  const listOf = (stage: string) => `/use-cases?stage=${stage}${listQuery && `&${listQuery}`}`;
  const isOver = ({ count, limit }: PipelineColumn) => limit !== null && count > limit;
  const cardOf = (card: PipelineCard): BoardCard => ({
    key: card.reference,
    href: `/use-cases/${card.reference}/governance`,
    title: tell(card.title) || t("use-cases.untitled"),
    children: cardFacts(card),
    move: card.mayMove
      ? { href: `/pipeline/${card.reference}${query && `?${query}`}`, label: t("delivery.pipeline.move") }
      : undefined,
  });
  const columnOf = (column: PipelineColumn): BoardColumn => {
    const { stage, count, npvMinor, cards, limit } = column;
    const name = stage ?? "unknown";
    return {
      key: name,
      title: t(`use-cases.stage.${name}`),
      href: listOf(name),
      note: (
        <>
          {limit === null
            ? number(count)
            : t("delivery.pipeline.of-limit", { count, limit, state: isOver(column) ? "over" : "within" })}
          {npvMinor !== null && <span title={money(npvMinor)}> · {shortMoney(npvMinor)}</span>}
        </>
      ),
      tone: isOver(column) || (stage === null && count > 0) ? "warning" : undefined,
      empty: t("delivery.pipeline.column-empty"),
      more:
        count > cards.length
          ? { href: listOf(name), label: t("delivery.pipeline.more", { count: count - cards.length }) }
          : undefined,
      takes: stage !== null,
      cards: cards.map(cardOf),
    };
  };
  const columns = pipeline.columns.map(columnOf);
  const mayMove = pipeline.columns.some(({ cards }) => cards.some((card) => card.mayMove));
  return (
    <>
      {/* A board follows what others do, and a card that is dragged or moved by its menu stays on the page. */}
      <div
        data-enhance={mayMove ? "board follow" : "follow"}
        data-every="20000"
        data-moved={t("delivery.pipeline.moved-to", { reference: "{reference}", stage: "{stage}" })}
        data-refused={t("delivery.pipeline.move-refused")}
        data-offline={t("delivery.pipeline.move-offline")}
        data-close={t("delivery.pipeline.close")}
      >
        <Board
          label={t("delivery.pipeline.board")}
          columns={columns}
          lanes={lanes ? lanesOf(pipeline, columns, tell, t("desk.unknown")) : null}
        />
        {mayMove && (
          <>
            <p className="visually-hidden" role="status" data-said="" />
            <p className="hint board-keys">{t("delivery.pipeline.keys")}</p>
          </>
        )}
      </div>
      <Ended pipeline={pipeline} listOf={listOf} />
      {mayLimit && <Limits limits={pipeline.limits} />}
    </>
  );
}

/** One lane a department, in the order of their names; cards without one come last. */
function lanesOf(
  pipeline: Pipeline,
  columns: readonly BoardColumn[],
  tell: (told: Told | null) => string,
  unknown: string,
): BoardLane[] {
  const cards = pipeline.columns.flatMap((column) => column.cards);
  const names = new Map(cards.map((card) => [card.departmentId, tell(card.department) || unknown]));
  const order = [...names].sort(([a, one], [b, other]) =>
    a === null ? 1 : b === null ? -1 : one.localeCompare(other),
  );
  const laneOf = new Map(cards.map((card) => [card.reference, card.departmentId]));
  return order.map(([id, title]) => ({
    key: String(id ?? "none"),
    title,
    columns: columns.map((column) => {
      const own = column.cards.filter((card) => laneOf.get(String(card.key)) === id);
      return { ...column, note: own.length || null, cards: own, empty: undefined, more: undefined };
    }),
  }));
}

function Ended({ pipeline, listOf }: { pipeline: Pipeline; listOf: (stage: string) => string }) {
  const { t, number } = useSpeech();
  return (
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
          { key: "count", header: t("delivery.pipeline.cases"), cell: ({ count }) => number(count), numeric: true },
        ]}
      />
    </Section>
  );
}

/** How many cases each stage should hold at most. */
function Limits({ limits }: Pick<Pipeline, "limits">) {
  const { t } = useSpeech();
  const form = useForm("limits");
  return (
    <Disclosure summary={t("delivery.pipeline.limits")} open={form.rejection !== undefined}>
      <form method="post" className="form">
        <p className="hint">{t("delivery.pipeline.limits.hint")}</p>
        <ErrorSummary errors={form.errors} />
        <Hidden values={{ intent: "limits" }} />
        <FieldGrid columns={4}>
          {LIMITED_STAGES.map((stage) => (
            <NumberField
              {...form.field(stage, limits[stage] ?? "")}
              key={stage}
              label={t(`use-cases.stage.${stage}`)}
            />
          ))}
        </FieldGrid>
        <FormActions>
          <Button>{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
