import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { DescriptionList } from "#app/ui/listing";
import { Badge, Meter } from "#app/ui/mark";
import { Disclosure, Empty, Notice, Prose, Row, Section, Stack } from "#app/ui/page";
import { AttemptForm, Attempts } from "./attempts";
import { CaseVendors } from "./case-vendors";
import type { PocPage, PocShown } from "./poc-page.server";
import { VerdictForm } from "./verdict-form";

const VERDICT_TONES = { scale: "good", pivot: "warning", stop: "neutral" } as const;

function Terms({ poc }: { poc: PocShown }) {
  const { t, tell, number, date, wholeMoney } = useSpeech();
  const figure = (value: number) => t("delivery.poc.figure", { value: number(value), unit: poc.kpiUnit });
  return (
    <DescriptionList
      columns={3}
      items={[
        { term: t("delivery.poc.kpi"), value: tell(poc.kpiName), note: t(`delivery.poc.direction.${poc.direction}`) },
        { term: t("delivery.poc.baseline"), value: figure(poc.baseline) },
        { term: t("delivery.poc.threshold"), value: figure(poc.threshold), note: t("delivery.poc.threshold.note") },
        {
          term: t("delivery.poc.time-box"),
          value: t("delivery.poc.dates", { from: date(poc.startsOn), to: date(poc.endsOn) }),
        },
        { term: t("delivery.poc.people-cap"), value: number(poc.peopleCap) },
        { term: t("delivery.poc.budget-cap"), value: wholeMoney(poc.budgetCapMinor) },
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
        },
      ]}
    />
  );
}

function Used({ poc }: { poc: PocShown }) {
  const { t, number, wholeMoney } = useSpeech();
  const { days, of, over } = poc.time;
  const spent = poc.spentMinor;
  // Once the verdict is in, a late one is a fact to read; the alarm is for a POC that still runs past its end.
  const late = poc.verdict !== null && over > 0;
  const overspent = spent !== null && spent > poc.budgetCapMinor;
  return (
    <>
      <Row>
        <Meter
          label={t("delivery.poc.time-used")}
          value={days + over}
          max={of}
          text={
            late
              ? t("delivery.poc.verdict-late", { of, over })
              : t("delivery.poc.days-of", { days: days + over, of: number(of) })
          }
          tone={late ? "warning" : over > 0 ? "bad" : undefined}
        />
        <Meter
          label={t("delivery.poc.money-used")}
          value={spent}
          max={Math.max(1, poc.budgetCapMinor)}
          text={t("delivery.poc.money-of", { spent: wholeMoney(spent), of: wholeMoney(poc.budgetCapMinor) })}
          tone={overspent ? "bad" : undefined}
        />
      </Row>
      {!poc.verdict && over > 0 && <Notice tone="warning">{t("delivery.poc.over-time", { days: over })}</Notice>}
      {!poc.verdict && overspent && <Notice tone="warning">{t("delivery.poc.over-budget")}</Notice>}
      {!poc.verdict &&
        poc.missingSides.map((side) => (
          <Notice key={side} tone="warning">
            {t(`delivery.poc.missing-side.${side}`)}
          </Notice>
        ))}
    </>
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
        {verdict.reached !== null && (
          <Badge tone={verdict.reached ? "good" : "bad"}>
            {t(verdict.reached ? "delivery.poc.reached" : "delivery.poc.not-reached")}
          </Badge>
        )}
        {verdict.on && <span>{t("delivery.verdict.on", { date: date(verdict.on) })}</span>}
      </Row>
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
  const body = (
    <Stack>
      <Prose>{tell(poc.hypothesis)}</Prose>
      <VerdictShown poc={poc} />
      <Terms poc={poc} />
      <Used poc={poc} />
      <Attempts poc={poc} />
      {open && page.mayWrite && (
        <>
          <AttemptForm poc={poc} page={page} />
          {poc.started && <VerdictForm poc={poc} />}
        </>
      )}
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
      <CaseVendors page={page} />
    </>
  );
}
