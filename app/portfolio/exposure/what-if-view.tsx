import { ThingField } from "#app/delivery/registers/thing-field";
import type { FieldErrors } from "#app/kernel/input";
import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { NumberField } from "#app/ui/field";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { FieldGrid, FormActions } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { By } from "./exposure";
import { type Loss, type Repriced, SHOWN_CASES, type ShownCases } from "./what-if";
import type { Thing, WhatIf } from "./what-if.server";

export interface WhatIfView {
  /** Vendor and model as the fields take them, and why one of them means nothing. */
  typed: Record<By, string>;
  errors: FieldErrors;
  /** Null while nothing was chosen. */
  answer: (Omit<WhatIf, "cases"> & { rows: Repriced[]; count: number; next: number | null }) | null;
  show: ShownCases;
  from: number;
}

/** What hangs on one vendor or model: what goes with it, and what no longer pays when its price rises. Nothing is kept. */
export function WhatIfView({ typed, errors, answer, show, from }: WhatIfView) {
  const { t, locale, quarter } = useSpeech();
  return (
    <>
      <PageHeader
        title={answer ? t("exposure.what-if.of", { name: answer.thing.name }) : t("exposure.what-if")}
        lead={answer ? t("exposure.lead-of", { quarter: quarter(answer.quarter) }) : t("exposure.what-if.lead")}
        crumbs={[
          { label: t("registers.title"), href: "/registers" },
          { label: t("exposure.title"), href: `/registers/exposure?by=${answer?.thing.by ?? "vendor"}` },
          { label: t("exposure.what-if") },
        ]}
      />
      <form method="get" className="form">
        <FieldGrid columns={3}>
          <ThingField
            name="vendor"
            register="vendors"
            label={t("exposure.by.vendor")}
            value={typed.vendor}
            error={errors.vendor && t(errors.vendor.key, errors.vendor.values)}
          />
          <ThingField
            name="model"
            register="models"
            label={t("exposure.what-if.or-model")}
            value={typed.model}
            error={errors.model && t(errors.model.key, errors.model.values)}
          />
          <NumberField
            name="price"
            label={t("exposure.what-if.price")}
            hint={t("exposure.what-if.price.hint")}
            value={(answer?.factor ?? 2).toLocaleString(locale)}
          />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("exposure.what-if.submit")}</Button>
        </FormActions>
      </form>
      {answer === null ? (
        <Empty title={t("exposure.what-if.empty")}>{t("exposure.what-if.empty.next")}</Empty>
      ) : (
        <>
          <Gone gone={answer.gone} thing={answer.thing} factor={answer.factor} quarter={answer.quarter} />
          <Price answer={answer} />
          <Cases answer={answer} show={show} from={from} />
        </>
      )}
    </>
  );
}

const address = ({ by, id }: Thing, factor: number, show: ShownCases, from = 0) =>
  `/registers/exposure/what-if?${new URLSearchParams({
    [by]: String(id),
    price: String(factor),
    ...(show !== "all" && { show }),
    ...(from > 0 && { from: String(from) }),
  })}#cases`;

function Gone({ gone, thing, factor }: { gone: WhatIf["gone"]; thing: Thing; factor: number; quarter: Quarter }) {
  const { t, money, number } = useSpeech();
  const rows: { key: ShownCases; loss: Loss }[] = [
    { key: "none", loss: gone.withoutAlternative },
    { key: "alternative", loss: gone.withAlternative },
    { key: "all", loss: gone.all },
  ];
  return (
    <Section title={t("exposure.gone", { name: thing.name })} lead={t("exposure.gone.lead")}>
      <DataTable
        caption={t("exposure.gone", { name: thing.name })}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "which",
            header: t("exposure.which"),
            cell: ({ key }) => <a href={address(thing, factor, key)}>{t(`exposure.show.${key}`)}</a>,
            rowHeader: true,
          },
          { key: "cases", header: t("exposure.cases"), cell: ({ loss }) => number(loss.useCases), numeric: true },
          { key: "realised", header: t("exposure.realised"), cell: ({ loss }) => money(loss.realised), numeric: true },
          { key: "proven", header: t("exposure.proven"), cell: ({ loss }) => money(loss.proven), numeric: true },
          { key: "promised", header: t("exposure.promised"), cell: ({ loss }) => money(loss.promised), numeric: true },
          { key: "cost", header: t("exposure.cost-gone"), cell: ({ loss }) => money(loss.runCost), numeric: true },
        ]}
      />
    </Section>
  );
}

function Price({ answer: { price, thing, factor } }: { answer: NonNullable<WhatIfView["answer"]> }) {
  const { t, number, money, shortMoney } = useSpeech();
  const link = (show: ShownCases) => address(thing, factor, show);
  return (
    <Section title={t("exposure.price", { name: thing.name, factor: number(factor) })} lead={t("exposure.price.lead")}>
      <FigureGrid label={t("exposure.price", { name: thing.name, factor: number(factor) })}>
        <Figure label={t("exposure.price.npv")} value={number(price.npvFalls)} href={link("npv")} />
        <Figure label={t("exposure.price.roi")} value={number(price.roiFalls)} href={link("roi")} />
        <Figure label={t("exposure.price.unknown")} value={number(price.unknown)} href={link("unknown")} />
        <Figure
          label={t("exposure.price.cost")}
          value={price.after === null ? t("exposure.change.unknown") : shortMoney(price.after)}
          title={money(price.after)}
          href={link("all")}
          comparison={price.before === null ? undefined : t("exposure.price.before", { amount: money(price.before) })}
          formula={
            <Formula
              expression={t("exposure.price.formula")}
              inputs={[
                { name: t("exposure.run-cost"), value: money(price.before) },
                { name: t("exposure.what-if.price"), value: number(factor) },
                { name: t("exposure.price.part"), value: money(price.part) },
              ]}
            />
          }
        />
      </FigureGrid>
      <Disclosure summary={t("exposure.price.how")}>
        <p>{t("exposure.price.how-cost")}</p>
        <p>{t("exposure.price.how-npv")}</p>
      </Disclosure>
    </Section>
  );
}

function Cases({ answer, show, from }: { answer: NonNullable<WhatIfView["answer"]>; show: ShownCases; from: number }) {
  const { t, tell, money, percent } = useSpeech();
  const { rows, count, next, thing, factor } = answer;
  // Two dashes and an arrow would say nothing: what is not known, or stays, is said.
  function change<Of extends number>(before: Of | null, after: Of | null, say: (value: Of) => string): string {
    if (before === null) return t("exposure.change.unknown");
    if (after === null) return t("exposure.change.after-unknown", { before: say(before) });
    if (say(before) === say(after)) return t("exposure.change.none", { before: say(before) });
    return `${say(before)} → ${say(after)}`;
  }
  return (
    <Section id="cases" title={t("exposure.what-if.cases")} keepPlace>
      <nav aria-label={t("exposure.which")}>
        <ul className="row">
          {SHOWN_CASES.map((one) => (
            <li key={one}>
              <a href={address(thing, factor, one)} aria-current={one === show ? "true" : undefined}>
                {t(`exposure.show.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <Notice tone="info" title={t("exposure.what-if.no-case")} />
      ) : (
        <DataTable
          caption={t("exposure.what-if.cases")}
          hideCaption
          wide
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ reference }) => `/use-cases/${reference}`}
          columns={[
            {
              key: "title",
              header: t("registers.case"),
              cell: ({ reference, title }) => `${reference} · ${tell(title) || t("use-cases.untitled")}`,
              rowHeader: true,
            },
            { key: "stage", header: t("people.field.stage"), cell: ({ stage }) => <StageBadge stage={stage} /> },
            {
              key: "alternative",
              header: t("exposure.alternative"),
              cell: ({ alternative, reference }) =>
                alternative ? (
                  <a href={`/use-cases/${reference}/poc`}>{t("exposure.alternative.yes")}</a>
                ) : (
                  t("exposure.alternative.no")
                ),
            },
            { key: "realised", header: t("exposure.realised"), cell: ({ realised }) => money(realised), numeric: true },
            { key: "promised", header: t("exposure.promised"), cell: ({ promised }) => money(promised), numeric: true },
            { key: "cost", header: t("exposure.run-cost"), cell: ({ runCost }) => money(runCost), numeric: true },
            {
              key: "after",
              header: t("exposure.cost-after"),
              cell: ({ costAfter, part }) => (
                <>
                  {money(costAfter)} {part && <Badge>{t(`exposure.part.${part.from}`)}</Badge>}
                </>
              ),
              numeric: true,
            },
            {
              key: "roi",
              header: t("exposure.roi"),
              cell: ({ roiBefore, roiAfter, roiFalls }) => (
                <>
                  {change(roiBefore, roiAfter, (roi) => percent(roi, 0))}{" "}
                  {roiFalls && <Badge tone="bad">{t("exposure.below-zero")}</Badge>}
                </>
              ),
            },
            {
              key: "npv",
              header: t("exposure.npv"),
              cell: ({ npv, npvAfter, npvFalls }) => (
                <>
                  {change(npv, npvAfter, money)} {npvFalls && <Badge tone="bad">{t("exposure.below-zero")}</Badge>}
                </>
              ),
            },
          ]}
        />
      )}
      <Pager
        previous={from > 0 ? address(thing, factor, show, Math.max(0, from - 50)) : undefined}
        next={next === null ? undefined : address(thing, factor, show, next)}
        summary={rows.length > 0 ? t("exposure.shown", { from: from + 1, to: from + rows.length, count }) : undefined}
      />
    </Section>
  );
}
