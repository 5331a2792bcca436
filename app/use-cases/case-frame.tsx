import { tell, toldIn } from "#app/kernel/told";
import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { StepList } from "#app/ui/listing";
import { Tabs } from "#app/ui/navigation";
import { Notice, PageHeader } from "#app/ui/page";
import { AnswerLine, type AnswerPromised } from "./answer-line";
import type { CaseHeader } from "./header.server";
import { incidentNumber } from "./incident-number";
import type { Pause } from "./paused.server";
import { StageBadge } from "./stage-badge";
import { isLive } from "./stages";
import { wayOf } from "./way";

export const CASE_TABS = [
  "card",
  "business-case",
  "assessment",
  "poc",
  "roll-out",
  "kpis",
  "governance",
  "risks",
  "files",
  "links",
  "activity",
] as const;

/** Pages that are below a tab, by the part of their address. */
const BELOW: Partial<Record<(typeof CASE_TABS)[number], readonly string[]>> = {
  risks: ["risks", "incidents"],
  activity: ["history"],
};
/** What is not rolled out yet has no page of its roll-out. */
const tabsAt = (stage: CaseHeader["stage"]) =>
  CASE_TABS.filter((tab) => tab !== "roll-out" || isLive(stage) || stage === "retired");

export interface CaseFrameProps {
  useCase: CaseHeader;
  /** Where it waits for its first answer. */
  answer: AnswerPromised | null;
  /** Because of which incident it is on hold. */
  pause: Pause | null;
  mayEdit: boolean;
  mayUnmerge: boolean;
  path: string;
}

/** What stands above every page of a case: what it is, where it stands, who answers for it, and the ways to its parts. */
export function CaseFrame({ useCase, answer, pause, mayEdit, mayUnmerge, path }: CaseFrameProps) {
  const { t, locale, date } = useSpeech();
  const { reference, title, stage, stageSince, department, owner, technicalOwner } = useCase;
  const base = `/use-cases/${reference}`;
  // The plain address of a merged case leads to the one that carries it.
  const card = stage === "merged" ? `${base}?stay` : base;
  return (
    <>
      <PageHeader
        eyebrow={reference}
        title={tell(title, locale) || t("use-cases.untitled")}
        lang={langOf(title, locale)}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }, { label: reference }]}
        actions={
          mayEdit &&
          stage !== "merged" &&
          path !== `${base}/edit` && <ButtonLink href={`${base}/edit`}>{t("use-cases.card.edit")}</ButtonLink>
        }
        meta={
          <>
            <StageBadge stage={stage} />
            {stageSince && <span>{t("use-cases.head.since", { date: date(stageSince) })}</span>}
            <span>{department ? tell(department, locale) : t("use-cases.head.no-department")}</span>
            <span>{t("use-cases.head.owner", { name: owner ?? UNKNOWN })}</span>
            <span>{t("use-cases.head.technical-owner", { name: technicalOwner ?? UNKNOWN })}</span>
          </>
        }
      />
      {pause ? <Paused useCase={useCase} pause={pause} /> : <WayOut useCase={useCase} mayUnmerge={mayUnmerge} />}
      {answer && <AnswerLine {...answer} />}
      <Way useCase={useCase} />
      {stage !== "draft" && (
        <Tabs
          label={t("use-cases.head.parts")}
          items={tabsAt(stage).map((tab) => {
            const at = tab === "card" ? base : `${base}/${tab}`;
            return {
              href: tab === "card" ? card : at,
              label: t(`use-cases.tab.${tab}`),
              current: path === at || (BELOW[tab] ?? []).some((below) => path.startsWith(`${base}/${below}/`)),
            };
          })}
        />
      )}
    </>
  );
}

/** How far it has come; of what left the way, where that was. Nothing where nobody knows where it stands. */
function Way({ useCase: { stage, cameFrom } }: { useCase: Pick<CaseHeader, "stage" | "cameFrom"> }) {
  const { t } = useSpeech();
  if (stage === null || stage === "draft") return null;
  return (
    <StepList
      label={t("use-cases.head.way")}
      steps={wayOf(stage, cameFrom).map(({ step, state }) => ({
        label:
          state === "left"
            ? t("use-cases.head.left", { stage: t(`use-cases.stage.${step}`), out: t(`use-cases.stage.${stage}`) })
            : t(`use-cases.stage.${step}`),
        state,
      }))}
    />
  );
}

/** The language that a `lang` attribute must say: none where the text is in the reader's own. */
export function langOf(told: Parameters<typeof toldIn>[0], locale: "fr" | "en"): "fr" | "en" | undefined {
  const language = toldIn(told, locale);
  return language === locale ? undefined : language;
}

/** It stands still because of an incident: since when, where it was, why, and the way to the incident. */
function Paused({ useCase: { reference, relookOn }, pause }: { useCase: CaseHeader; pause: Pause }) {
  const { t, tell, date, locale } = useSpeech();
  return (
    <Notice tone="warning" title={t("incidents.case-paused", { date: date(pause.on) })}>
      <p>
        <a href={`/use-cases/${reference}/incidents/${pause.incidentId}`}>
          {incidentNumber(pause.incidentId)} {tell(pause.incident)}
        </a>
      </p>
      {pause.reason && <p lang={langOf(pause.reason, locale)}>{tell(pause.reason)}</p>}
      <p>
        {t("incidents.case-paused.from", { stage: t(`use-cases.stage.${pause.from ?? "unknown"}`) })}{" "}
        {relookOn && t("use-cases.head.relook", { date: date(relookOn) })}
      </p>
    </Notice>
  );
}

function WayOut({ useCase, mayUnmerge }: { useCase: CaseHeader; mayUnmerge: boolean }) {
  const { t, tell, date, locale } = useSpeech();
  const { stage, stageReason, relookOn, mergedInto, mergedIntoTitle } = useCase;
  if (stage === "merged" && mergedInto) {
    return (
      <Notice tone="info" title={t("use-cases.head.merged")}>
        <a href={`/use-cases/${mergedInto}`}>
          {mergedInto} {tell(mergedIntoTitle)}
        </a>
        {stageReason && <p lang={langOf(stageReason, locale)}>{tell(stageReason)}</p>}
        {mayUnmerge && (
          <p>
            <a href={`/use-cases/${useCase.reference}/merge`}>
              {t("similar.here.undo", { reference: useCase.reference })}
            </a>
          </p>
        )}
      </Notice>
    );
  }
  if (!stageReason && !relookOn) return null;
  return (
    <Notice
      tone="info"
      title={relookOn ? t("use-cases.head.relook", { date: date(relookOn) }) : t("use-cases.head.reason")}
    >
      {stageReason && <p lang={langOf(stageReason, locale)}>{tell(stageReason)}</p>}
    </Notice>
  );
}
