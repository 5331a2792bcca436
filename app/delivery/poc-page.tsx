import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, Prose, Row, Section, Stack } from "#app/ui/page";
import { CaseVendors } from "./case-vendors";
import type { PocPage, PocShown } from "./poc-page.server";
import { CaseComponents } from "./registers/case-components";
import { Amendments } from "./running/amendments";
import { Iterations } from "./running/iterations";
import { PaceSection } from "./running/pace";
import { Seal } from "./running/seal";
import { Warnings } from "./running/warnings";
import { AttemptForm, EditAttempt } from "./trying/attempt-form";
import { Attempts } from "./trying/attempts";
import { LiveModels } from "./trying/live-models";
import { useYardstickWords, VerdictForm, Yardstick } from "./verdict-form";

const VERDICT_TONES = { scale: "good", pivot: "warning", stop: "neutral" } as const;

function Terms({ poc }: { poc: PocShown }) {
  const { t, tell, number, date, wholeMoney } = useSpeech();
  const yardstick = useYardstickWords(poc);
  const figure = (value: number) => t("delivery.poc.figure", { value: number(value), unit: poc.kpiUnit });
  return (
    <DescriptionList
      columns={3}
      items={[
        { term: t("delivery.poc.kpi"), value: tell(poc.kpiName), note: t(`delivery.poc.direction.${poc.direction}`) },
        { term: t("delivery.poc.baseline"), value: figure(poc.baseline) },
        { term: t("delivery.poc.threshold"), value: figure(poc.threshold), note: poc.sealed ? yardstick : undefined },
        {
          term: t("delivery.poc.time-box"),
          value: t("delivery.poc.dates", { from: date(poc.startsOn), to: date(poc.endsOn) }),
        },
        { term: t("delivery.poc.people-cap"), value: number(poc.peopleCap) },
        { term: t("delivery.poc.budget-cap"), value: wholeMoney(poc.budgetCapMinor) },
        {
          term: t("delivery.poc.person-days-cap"),
          value: poc.personDaysCap === null ? t("delivery.amendment.no-cap") : number(poc.personDaysCap),
        },
        ...(poc.guardrailName
          ? [
              {
                term: t("delivery.poc.guardrail"),
                value:
                  poc.guardrailLimit === null || !poc.guardrailDirection
                    ? tell(poc.guardrailName)
                    : t("delivery.poc.guardrail-said", {
                        name: tell(poc.guardrailName),
                        direction: poc.guardrailDirection,
                        limit: number(poc.guardrailLimit),
                        unit: poc.guardrailUnit ?? "",
                      }),
              },
            ]
          : []),
        {
          term: t("delivery.poc.vendor"),
          value: poc.vendor ? <a href={`/vendors/${poc.vendor.id}`}>{poc.vendor.name}</a> : t("desk.unknown"),
        },
        {
          term: t("delivery.poc.model"),
          value: poc.model?.name ?? t("desk.unknown"),
          note: poc.model?.hosting ? t(`delivery.hosting.${poc.model.hosting}`) : undefined,
        },
        {
          term: t("delivery.poc.team"),
          value: (
            <ul>
              {poc.team.map(({ name, role, side }) => (
                <li key={`${name}${tell(role)}`}>
                  {t(side ? `delivery.poc.member.${side}` : "delivery.poc.member.plain", { name, role: tell(role) })}
                </li>
              ))}
            </ul>
          ),
          note: tell(poc.oneFunctionReason) || undefined,
        },
        { term: t("delivery.poc.data-owner"), value: poc.dataOwner ?? t("desk.unknown") },
      ]}
    />
  );
}

function VerdictShown({ poc }: { poc: PocShown }) {
  const { t, tell, number, date } = useSpeech();
  const { verdict } = poc;
  if (!verdict) return null;
  return (
    <>
      <Row>
        <Badge tone={VERDICT_TONES[verdict.verdict]}>{t(`delivery.verdict.${verdict.verdict}`)}</Badge>
        {verdict.result !== null && (
          <span>{t("delivery.poc.figure", { value: number(verdict.result), unit: poc.kpiUnit })}</span>
        )}
        {verdict.finding !== "unknown" && (
          <Badge tone={verdict.finding === "reached" ? "good" : "bad"}>
            {t(verdict.finding === "not-reached" ? "delivery.poc.not-reached" : "delivery.poc.reached")}
          </Badge>
        )}
        {verdict.on && (
          <span>{t("delivery.verdict.by", { name: verdict.by ?? t("desk.product"), date: date(verdict.on) })}</span>
        )}
      </Row>
      <Yardstick poc={poc} />
      {verdict.measured && verdict.measured.result !== verdict.result && (
        <Notice tone="warning">
          {t("delivery.verdict.other-result", {
            number: verdict.measured.attempt,
            measured: number(verdict.measured.result),
            result: number(verdict.result),
            unit: poc.kpiUnit,
          })}
        </Notice>
      )}
      {verdict.reason && (
        <>
          <p>{t(`delivery.verdict.proposed.${verdict.finding}`)}</p>
          <Prose>{tell(verdict.reason)}</Prose>
        </>
      )}
      {verdict.learning && (
        <>
          <h3>{t("delivery.verdict.learning")}</h3>
          <Prose>{tell(verdict.learning)}</Prose>
        </>
      )}
    </>
  );
}

function PocSection({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, tell } = useSpeech();
  const open = !poc.verdict;
  const edit = open && page.mayWrite && (
    <ButtonLink href={`/use-cases/${page.reference}/poc/edit`}>{t("delivery.poc.edit")}</ButtonLink>
  );
  const running = open && poc.sealed !== null;
  const edited = poc.attempts.find(({ id }) => id === page.correcting.attempt);
  const body = (
    <Stack>
      {poc.follows !== null && <p className="hint">{t("delivery.poc.follows", { number: poc.follows })}</p>}
      <Prose>{tell(poc.hypothesis)}</Prose>
      <Warnings warnings={poc.warnings} caps={poc} />
      {open &&
        poc.missingSides.map((side) => (
          <Notice key={side} tone="warning">
            {t(`delivery.poc.missing-side.${side}`)}
          </Notice>
        ))}
      <VerdictShown poc={poc} />
      <Terms poc={poc} />
      <Seal poc={poc} page={page} />
      <PaceSection poc={poc} page={page} />
      <Amendments poc={poc} page={page} />
      <Iterations poc={poc} page={page} />
      <Section title={t("delivery.attempts.title")} level={3}>
        <Stack>
          <Attempts poc={poc} page={page} />
          {running && page.mayWrite && edited && <EditAttempt poc={poc} page={page} attempt={edited} />}
          {running && page.mayWrite && !edited && <AttemptForm poc={poc} page={page} />}
        </Stack>
      </Section>
      {running && page.mayWrite && <VerdictForm poc={poc} />}
    </Stack>
  );
  const title = t("delivery.poc.number", { number: poc.number });
  if (poc.number !== page.pocs.length) return <Disclosure summary={title}>{body}</Disclosure>;
  return (
    <Section title={title} lead={t(open ? "delivery.poc.running" : "delivery.poc.over")} actions={edit}>
      {body}
    </Section>
  );
}

/** The bets of a case: the one that runs or ran last, open; the ones before, folded. */
export function PocView(page: PocPage) {
  const { t } = useSpeech();
  const [newest] = page.pocs;
  const mayDefine = page.mayWrite && (!newest || newest.verdict !== null);
  const define = <ButtonLink href={`/use-cases/${page.reference}/poc/edit`}>{t("delivery.poc.define")}</ButtonLink>;
  return (
    <>
      {page.pocs.length === 0 ? (
        <Empty title={t("delivery.poc.none")} action={mayDefine ? define : undefined}>
          {t("delivery.poc.none.next")}
        </Empty>
      ) : (
        page.pocs.map((poc) => <PocSection key={poc.id} poc={poc} page={page} />)
      )}
      {page.pocs.length > 0 && page.leadsTo && (
        <p>
          <a href={`/use-cases/${page.reference}/governance#next-step`}>
            {t("delivery.poc.leads-to", { stage: t(`use-cases.stage.${page.leadsTo}`) })}
          </a>
        </p>
      )}
      {page.pocs.length > 0 && mayDefine && <p>{define}</p>}
      {page.live && <LiveModels live={page.live} today={page.today} />}
      <CaseComponents linked={page.linked} mayLink={page.mayLink} />
      <CaseVendors page={page} />
    </>
  );
}
