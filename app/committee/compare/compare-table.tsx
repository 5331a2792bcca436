import type { ReactNode } from "react";
import { AXES } from "#app/assessment/score";
import type { Explanation } from "#app/business-cases/explain";
import { Opened } from "#app/business-cases/opened";
import { writtenIrr, writtenPayback } from "#app/business-cases/written";
import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { DataTable } from "#app/ui/table";
import { addressOf, PAGE_SIZE } from "../choice";
import type { ComparedCase, ComparedCriterion, Comparison } from "./compare.server";

interface Side {
  key: string;
  group: "case" | "score" | "business-case" | "safeguards" | "conditions";
  name: ReactNode;
  of(one: ComparedCase): ReactNode;
}

const OUTPUTS = ["npv", "totalBenefit", "totalCost", "peakFunding"] as const;
const POINTS = ["p10", "p50", "p90"] as const;

function Shown({ value, explanation }: { value: string; explanation: Explanation }) {
  return (
    <>
      {value}
      <Opened explanation={explanation} />
    </>
  );
}

/** A score leads to where it opens to who gave what; what is not known leads nowhere. */
function Scored({ reference, children }: { reference: string; children: ReactNode }) {
  return children === UNKNOWN ? children : <a href={`/use-cases/${reference}/assessment#score`}>{children}</a>;
}

/** All that is known of each, one below the other: the cases stand side by side. */
export function Sides({ cases, ranked }: Comparison) {
  const { t, tell } = useSpeech();
  const rows = useSides(cases, ranked);
  return (
    <DataTable<Side>
      caption={t("compare.sides")}
      hideCaption
      wide
      rows={rows}
      rowKey={({ key }) => key}
      groupOf={({ group }) => group}
      groupHeading={(group) => t(`compare.group.${group as Side["group"]}`)}
      columns={[
        { key: "name", header: t("compare.what"), cell: ({ name }) => name, rowHeader: true },
        ...cases.map((one) => ({
          key: one.reference,
          header: <a href={`/use-cases/${one.reference}`}>{`${one.reference} ${tell(one.title)}`}</a>,
          cell: ({ of }: Side) => of(one),
          width: "medium" as const,
        })),
      ]}
    />
  );
}

/** The criteria of all, each once: models may differ from case to case. */
function criteriaOf(cases: readonly ComparedCase[]): ComparedCriterion[] {
  const all = cases.flatMap(({ scores }) => scores?.criteria ?? []);
  return AXES.flatMap((axis) => {
    const own = all.filter((criterion) => criterion.axis === axis);
    return [...new Map(own.map((criterion) => [criterion.key, criterion])).values()];
  });
}

function useSides(cases: readonly ComparedCase[], ranked: number): Side[] {
  const speech = useSpeech();
  const { t, tell, number, wholeMoney, percent, chance, date } = speech;
  const side = (group: Side["group"], key: string, name: ReactNode, of: Side["of"]): Side => ({
    group,
    key: `${group} ${key}`,
    name,
    of,
  });
  const score = (key: string, name: ReactNode, of: (scores: NonNullable<ComparedCase["scores"]>) => ReactNode) =>
    side("score", key, name, ({ scores, scoresHidden, reference }) =>
      scores ? (
        <Scored reference={reference}>{of(scores)}</Scored>
      ) : (
        t(scoresHidden ? "prioritise.missing.own-assessment" : "prioritise.why.no-assessment")
      ),
    );
  const money = (key: string, name: ReactNode, of: (known: NonNullable<ComparedCase["businessCase"]>) => ReactNode) =>
    side("business-case", key, name, ({ businessCase }) =>
      businessCase ? of(businessCase) : t("prioritise.why.no-business-case"),
    );
  return [
    side("case", "department", t("prioritise.department"), ({ department }) => tell(department) || UNKNOWN),
    side("case", "stage", t("prioritise.stage"), ({ stage }) => (stage ? t(`use-cases.stage.${stage}`) : UNKNOWN)),
    side("case", "rank", t("prioritise.rank"), ({ rank, scoresHidden }) =>
      rank === null ? (
        t(scoresHidden ? "prioritise.missing.own-assessment" : "compare.unranked")
      ) : (
        <a href={addressOf("/prioritise", [], { page: Math.ceil(rank / PAGE_SIZE) })}>
          {t("compare.rank", { rank, ranked })}
        </a>
      ),
    ),
    side("case", "filters", t("prioritise.filters"), ({ filtersFailed, scoresHidden }) =>
      filtersFailed === null ? (
        scoresHidden ? (
          t("prioritise.missing.own-assessment")
        ) : (
          UNKNOWN
        )
      ) : filtersFailed === 0 ? (
        <Badge tone="good">{t("prioritise.passes")}</Badge>
      ) : (
        <a href="/prioritise/filters">
          <Badge tone="bad">{t("compare.stopped", { count: filtersFailed })}</Badge>
        </a>
      ),
    ),
    ...AXES.map((axis) => score(axis, t(`assessment.axis.${axis}`), (scores) => number(scores[axis], 0))),
    score("members", t("prioritise.measure.assessments"), ({ members }) => number(members)),
    ...criteriaOf(cases).map(({ key, name }) =>
      score(`criterion ${key}`, tell(name), ({ criteria }) => {
        const found = criteria.find((one) => one.key === key);
        if (!found || found.mean === null) return UNKNOWN;
        const { mean, low, high, contested } = found;
        return (
          <>
            {t("compare.mean", { mean: number(mean, 1), low: number(low), high: number(high) })}{" "}
            {contested && (
              <Badge tone="warning">{t("assessment.contested", { spread: number((high ?? 0) - (low ?? 0)) })}</Badge>
            )}
          </>
        );
      }),
    ),
    ...OUTPUTS.map((name) =>
      money(name, t(`business-cases.output.${name}`), ({ evaluation: { outputs, explain } }) => (
        <Shown value={wholeMoney(outputs[name])} explanation={explain[name]} />
      )),
    ),
    money("roi", t("business-cases.output.roi"), ({ evaluation: { outputs, explain } }) => (
      <Shown value={percent(outputs.roi, 0)} explanation={explain.roi} />
    )),
    money("irr", t("business-cases.output.irr"), ({ evaluation: { outputs, explain } }) => (
      <Shown value={writtenIrr(speech, outputs.irr)} explanation={explain.irr} />
    )),
    money("payback", t("business-cases.output.payback"), ({ evaluation: { outputs, explain } }) => (
      <Shown value={writtenPayback(speech, outputs.payback)} explanation={explain.payback} />
    )),
    ...POINTS.map((point) =>
      money(point, t(`business-cases.uncertainty.${point}`), ({ simulation }) => (
        <Shown value={wholeMoney(simulation[point])} explanation={simulation.explainPoints[point]} />
      )),
    ),
    money("probability", t("business-cases.uncertainty.probability"), ({ simulation }) => (
      <Shown value={chance(simulation.probabilityPositive, simulation.isSettled)} explanation={simulation.explain} />
    )),
    side("safeguards", "screened", t("safeguards.screening"), ({ safeguards: { screenedOn } }) =>
      screenedOn ? date(screenedOn) : t("compare.not-yet"),
    ),
    side("safeguards", "data", t("compare.data"), ({ safeguards: { dataKnown } }) =>
      t("compare.data.known", { known: dataKnown }),
    ),
    side("safeguards", "personal", t("compare.personal"), ({ safeguards: { personalData } }) =>
      personalData === null ? t("compare.not-yet") : t(personalData ? "desk.yes" : "desk.no"),
    ),
    side("safeguards", "class", t("choice.class"), ({ safeguards: { aiActClass, aiActConfirmedOn } }) =>
      aiActClass === null
        ? t("choice.class.unclassified")
        : t("compare.class", {
            class: t(`choice.class.${aiActClass as "high"}`),
            on: date(aiActConfirmedOn),
          }),
    ),
    side("conditions", "open", t("compare.conditions"), ({ conditions: { open, met, next } }) => (
      <>
        {t("compare.conditions.of", { open, met })}
        {next && (
          <p className="hint">{t("compare.conditions.next", { text: tell(next.text), on: date(next.dueOn) })}</p>
        )}
      </>
    )),
  ];
}
