import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { DateField } from "#app/ui/field";
import { Figure, FigureGrid } from "#app/ui/figure";
import { FormActions, Hidden } from "#app/ui/form";
import { Tabs } from "#app/ui/navigation";
import { Empty, Notice, Row, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "../stage-badge";
import { CheckRows, type ShownRow } from "./check-rows";
import { StepRefusal } from "./frame";
import type { GoneCases } from "./gone.server";
import type { RowsShown } from "./import-input";
import { ACTS, actLabel, type ImportCounts } from "./plan";
import type { Said } from "./said";

export interface CheckModel {
  version: number;
  source: string;
  counts: ImportCounts;
  total: number;
  act: RowsShown | null;
  own: boolean;
  /** References of the first cases that change. */
  changing: string[];
  gone: GoneCases;
  /** Rows under unknown ids that go by the title of a known case, whatever the person has said of them. */
  alike: number;
  page: number;
  pages: number;
  rows: ShownRow[];
  leaveOut: boolean;
  asOf: Day | null;
  problem: Said | null;
  titled: boolean;
}

/** The dry run: what each row would do, and why not. Nothing is written by looking at it. */
export function CheckView({ model, id }: { model: CheckModel; id: number }) {
  const { t, number } = useSpeech();
  const { counts, act, page, pages, problem, total } = model;
  const acts = model.own ? ACTS.filter((one) => one !== "create") : ACTS;
  const path = `/import/${id}/check`;
  const at = (page: number) => `${path}?${new URLSearchParams({ ...(act && { act }), page: String(page) })}`;
  return (
    <>
      <StepRefusal />
      {problem && (
        <Notice tone="bad" title={t("imports.failed")}>
          {t(problem.key, problem.values)}
        </Notice>
      )}
      {!model.titled && <Notice tone="bad">{t("imports.refused.no-title-column")}</Notice>}
      <Section title={t("imports.check")} lead={t("imports.check.lead")}>
        <FigureGrid label={t("imports.check")}>
          {acts.map((one) => (
            <Figure key={one} label={t(`imports.would.${one}`)} value={number(counts[one])} />
          ))}
          {!model.own && (
            <>
              <Figure label={t("imports.would.departments")} value={number(counts.newDepartments)} />
              <Figure label={t("imports.would.unknown-stages")} value={number(counts.unknownStages)} />
            </>
          )}
          {counts.moved !== undefined && counts.moved > 0 && (
            <Figure label={t("imports.would.moved")} value={number(counts.moved)} />
          )}
          {counts.alike !== undefined && counts.alike > 0 && (
            <Figure label={t("imports.would.alike")} value={number(counts.alike)} />
          )}
          {counts.asked !== undefined && counts.asked > 0 && (
            <Figure label={t("imports.would.asked")} value={number(counts.asked)} />
          )}
          {model.gone.count > 0 && <Figure label={t("imports.would.gone")} value={number(model.gone.count)} />}
          {counts.conflicts > 0 && <Figure label={t("imports.would.conflicts")} value={number(counts.conflicts)} />}
        </FigureGrid>
        {model.own && <Notice tone="info">{t("imports.own.lead")}</Notice>}
        <Changing model={model} />
        {counts.asked !== undefined && counts.asked > 0 && (
          <Notice tone="warning">
            <a href={`${path}?act=alike`}>{t("imports.asked", { count: counts.asked })}</a>{" "}
            <a href={`/import/${id}/values#known`}>{t("imports.asked.all")}</a>
          </Notice>
        )}
      </Section>
      <Confirm model={model} />
      <Section title={t("imports.row-by-row")} keepPlace>
        <Tabs
          label={t("imports.row-by-row")}
          items={[
            { href: path, label: t("imports.all-rows"), current: act === null, count: total },
            ...acts.map((one) => ({
              href: `${path}?act=${one}`,
              label: t(actLabel(one)),
              current: act === one,
              count: counts[one],
            })),
            ...(model.alike > 0
              ? [
                  {
                    href: `${path}?act=alike`,
                    label: t("imports.would.alike"),
                    current: act === "alike",
                    count: model.alike,
                  },
                ]
              : []),
            ...(counts.conflicts > 0
              ? [
                  {
                    href: `${path}?act=conflict`,
                    label: t("imports.would.conflicts"),
                    current: act === "conflict",
                    count: counts.conflicts,
                  },
                ]
              : []),
          ]}
        />
        {counts.refuse > 0 && (
          <Row>
            <ButtonLink href={`/import/${id}/refused.csv`}>{t("imports.refused-rows.download")}</ButtonLink>
          </Row>
        )}
        {model.rows.length > 0 ? (
          <CheckRows rows={model.rows} version={model.version} />
        ) : (
          <Empty title={t("imports.no-rows-here")} />
        )}
        {pages > 1 && (
          <Pager
            previous={page > 1 ? at(page - 1) : null}
            next={page < pages ? at(page + 1) : null}
            summary={t("imports.page", { page, pages })}
          />
        )}
      </Section>
      {model.gone.count > 0 && <Gone of={model.gone} />}
    </>
  );
}

/** In one sentence, which cases change. */
function Changing({ model: { counts, changing } }: { model: CheckModel }) {
  const { t, list } = useSpeech();
  if (counts.change === 0) return null;
  const references = list(changing);
  const more = counts.change - changing.length;
  return (
    <p>{t(more > 0 ? "imports.changing.more" : "imports.changing", { count: counts.change, references, more })}</p>
  );
}

/** What the register held and the file no longer names. */
function Gone({ of: { count, shown } }: { of: GoneCases }) {
  const { t, tell } = useSpeech();
  return (
    <Section title={t("imports.gone")} lead={t("imports.gone.lead", { count })}>
      <DataTable
        caption={t("imports.gone")}
        hideCaption
        narrow="cards"
        rows={shown}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "case",
            header: t("imports.use-case"),
            cell: ({ reference, title }) => (
              <a href={`/use-cases/${reference}`}>
                <Unbroken>{`${reference} ${tell(title)}`}</Unbroken>
              </a>
            ),
            rowHeader: true,
          },
          { key: "stage", header: t("imports.field.stage"), cell: ({ stage }) => <StageBadge stage={stage} /> },
        ]}
      />
      {count > shown.length && <p className="hint">{t("imports.gone.more", { count: count - shown.length })}</p>}
    </Section>
  );
}

function Confirm({ model: { counts, version, leaveOut, titled, own, asOf } }: { model: CheckModel }) {
  const { t } = useSpeech();
  const { field } = useForm();
  const writes = counts.create + counts.change;
  if (writes === 0) return <Notice tone="info">{t("imports.nothing-to-do")}</Notice>;
  if (!titled) return null;
  return (
    <form method="post" className="form">
      <Hidden values={{ version, intent: "run" }} />
      {counts.refuse > 0 && (
        <Checkbox
          name="leaveOut"
          checked={leaveOut}
          label={t("imports.leave-out", { count: counts.refuse })}
          hint={t("imports.leave-out.hint")}
        />
      )}
      {!own && <DateField {...field("asOf", asOf)} label={t("imports.as-of")} hint={t("imports.as-of.hint")} />}
      <FormActions>
        <Button>{t("imports.run", { create: counts.create, change: counts.change })}</Button>
      </FormActions>
      <p className="hint">{t("imports.run.hint")}</p>
    </form>
  );
}
