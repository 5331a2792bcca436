import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { Tabs } from "#app/ui/navigation";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { Flow } from "./flow.server";
import { FLOW_STAGES, THROUGHPUT } from "./pipeline";

/** How many went on from each stage, and how long that took. */
function Steps({ steps }: Pick<Flow, "steps">) {
  const { t, number, percent } = useSpeech();
  return (
    <Section title={t("delivery.flow.title")} lead={t("delivery.flow.lead")}>
      <DataTable
        caption={t("delivery.flow.title")}
        hideCaption
        rows={steps}
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
          { key: "p85", header: t("delivery.flow.p85"), cell: (step) => number(step.p85Days), numeric: true },
        ]}
      />
    </Section>
  );
}

/** Each stay at one stage that ended, with what half and 85 of a hundred took: what lies far above had a cause. */
function Control({ flow, query }: { flow: Flow; query: string }) {
  const { t, date } = useSpeech();
  const { stage, cycles, steps } = flow;
  const step = steps.find((one) => one.stage === stage);
  const level = (value: number | null | undefined) => cycles.map(() => value ?? null);
  return (
    <Section id="control" title={t("delivery.flow.control")} lead={t("delivery.flow.control.lead")}>
      <Tabs
        label={t("delivery.flow.control")}
        items={FLOW_STAGES.map((one) => ({
          href: `/pipeline?view=flow&at=${one}${query && `&${query}`}#control`,
          label: t(`use-cases.stage.${one}`),
          current: one === stage,
        }))}
      />
      {cycles.length === 0 ? (
        <p className="hint">{t("delivery.flow.control.none")}</p>
      ) : (
        <Chart
          caption={t("delivery.flow.control.caption", { stage: t(`use-cases.stage.${stage}`), count: cycles.length })}
          format={{ style: "number", digits: 0 }}
          description={{
            kind: "lines",
            labelHeader: t("delivery.flow.control.left"),
            labels: cycles.map(({ reference, leftOn }) => `${reference} · ${date(leftOn)}`),
            series: [
              {
                name: t("delivery.flow.control.days"),
                values: cycles.map(({ days }) => days),
                hrefs: cycles.map(({ reference }) => `/use-cases/${reference}/activity`),
                paint: "a",
              },
              { name: t("delivery.flow.median"), values: level(step?.medianDays), paint: "b" },
              { name: t("delivery.flow.percentile"), values: level(step?.p85Days), paint: "c" },
            ],
          }}
        />
      )}
    </Section>
  );
}

function Throughput({ months }: Pick<Flow, "months">) {
  const { t, locale } = useSpeech();
  const name = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  return (
    <Section title={t("delivery.flow.throughput")} lead={t("delivery.flow.throughput.lead")}>
      <Chart
        caption={t("delivery.flow.throughput")}
        format={{ style: "number", digits: 0 }}
        description={{
          kind: "bars",
          labelHeader: t("delivery.flow.month"),
          labels: months.map(({ month }) => name.format(new Date(`${month}-15T00:00:00Z`))),
          series: THROUGHPUT.map((stage, at) => ({
            name: t(`use-cases.stage.${stage}`),
            values: months.map((one) => one[stage]),
            paint: (["a", "b", "c", "muted"] as const)[at],
          })),
        }}
      />
    </Section>
  );
}

/** What our POCs took: the first thing that whoever plans the next one asks. */
function Pocs({ pocs }: Pick<Flow, "pocs">) {
  const { t, number, money } = useSpeech();
  const { ended, days, people, budgetMinor, verdicts } = pocs;
  return (
    <Section title={t("delivery.flow.pocs")} lead={t("delivery.flow.pocs.lead", { count: ended })}>
      {ended > 0 && (
        <FigureGrid label={t("delivery.flow.pocs")}>
          <Figure label={t("delivery.flow.pocs.weeks")} value={number(days === null ? null : days / 7, 1)} />
          <Figure label={t("delivery.flow.pocs.people")} value={number(people)} />
          <Figure label={t("delivery.flow.pocs.budget")} value={money(budgetMinor)} />
          <Figure
            label={t("delivery.flow.pocs.verdicts")}
            value={number(ended)}
            note={t("delivery.flow.pocs.of", verdicts)}
          />
        </FigureGrid>
      )}
    </Section>
  );
}

/** What the newest POCs taught: a stopped one is a result like any other. */
function Lessons({ lessons }: Pick<Flow, "lessons">) {
  const { t, tell, date } = useSpeech();
  if (lessons.length === 0) return null;
  return (
    <Section id="lessons" title={t("delivery.flow.lessons")} lead={t("delivery.flow.lessons.lead")}>
      <DataTable
        caption={t("delivery.flow.lessons")}
        hideCaption
        rows={lessons}
        rowKey={({ id }) => id}
        narrow="cards"
        columns={[
          {
            key: "case",
            header: t("committee.case"),
            cell: ({ reference, title }) => (
              <a href={`/use-cases/${reference}/poc`}>
                <Unbroken>{`${reference} · ${tell(title)}`}</Unbroken>
              </a>
            ),
            rowHeader: true,
          },
          {
            key: "verdict",
            header: t("delivery.flow.lessons.verdict"),
            cell: ({ verdict }) => <Badge>{t(`delivery.verdict.${verdict}`)}</Badge>,
          },
          { key: "on", header: t("delivery.flow.lessons.on"), cell: ({ on }) => date(on) },
          { key: "learning", header: t("delivery.flow.lessons.taught"), cell: ({ learning }) => tell(learning) || "–" },
        ]}
      />
      <p>
        <a href="/use-cases?stage=stopped">{t("delivery.flow.lessons.stopped")}</a>
      </p>
    </Section>
  );
}

/** How cases flow from submission to production. */
export function FlowView({ flow, query }: { flow: Flow; query: string }) {
  return (
    <>
      <Steps steps={flow.steps} />
      <Control flow={flow} query={query} />
      <Throughput months={flow.months} />
      <Pocs pocs={flow.pocs} />
      <Lessons lessons={flow.lessons} />
    </>
  );
}
