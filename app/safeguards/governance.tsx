import { CaseComponents } from "#app/delivery/registers/case-components";
import { useSpeech } from "#app/locales/use-speech";
import { LinkList, Timeline } from "#app/ui/listing";
import { Prose, Section } from "#app/ui/page";
import type { Requirement } from "#app/use-cases/gates";
import { type OwnQuestions, requirementSaid } from "#app/use-cases/own-checks/requirement-words";
import { CaseSignOffs } from "./case-sign-offs";
import { GateList } from "./gate-list";
import type { GovernancePage, StageChange } from "./governance-page.server";
import { MoveForm } from "./move-form";
import { OwnChecks } from "./own-checks";
import { TrustCardSections } from "./trust-card-sections";

function ChangeBody({ change, questions }: { change: StageChange; questions: OwnQuestions }) {
  const speech = useSpeech();
  const { t, tell, list } = speech;
  const past = (change.overridden ?? []).map((one) => requirementSaid(one as Requirement, questions, speech));
  return (
    <>
      {change.reason && <Prose>{tell(change.reason)}</Prose>}
      {change.learning && <Prose>{t("safeguards.history.learning", { text: tell(change.learning) })}</Prose>}
      {past.length > 0 && <p>{t("safeguards.history.overridden", { count: past.length, items: list(past) })}</p>}
      {change.session !== null && (
        <p>
          <a href={`/committee/${change.session}`}>{t("committee.session", { number: change.session })}</a>
        </p>
      )}
    </>
  );
}

function History({ history, questions }: Pick<GovernancePage, "history" | "questions">) {
  const { t, date } = useSpeech();
  if (history.length === 0) return null;
  const nameOf = (stage: StageChange["to"]) => t(`use-cases.stage.${stage ?? "unknown"}`);
  return (
    <Section title={t("safeguards.history")}>
      <Timeline
        label={t("safeguards.history")}
        items={history.map((change) => ({
          key: change.id,
          when: date(change.on),
          title:
            change.from === null
              ? t("safeguards.history.entered", { stage: nameOf(change.to) })
              : t("safeguards.history.moved", { from: nameOf(change.from), to: nameOf(change.to) }),
          who: change.by ?? t("desk.product"),
          tone: change.overridden?.length ? "warning" : "neutral",
          body: <ChangeBody change={change} questions={questions} />,
        }))}
      />
    </Section>
  );
}

/** What makes a case trustworthy, what its next gate asks, who signed, and how it came to stand where it does. */
export function Governance(page: GovernancePage) {
  const { t, tell } = useSpeech();
  return (
    <>
      <GateList page={page} />
      <MoveForm page={page} />
      <OwnChecks page={page} />
      <TrustCardSections page={page} />
      <CaseComponents linked={page.linked} mayLink={page.mayLink} />
      <CaseSignOffs page={page} />
      <History history={page.history} questions={page.questions} />
      {page.joinedBy.length > 0 && (
        <Section title={t("safeguards.joined")}>
          <LinkList
            label={t("safeguards.joined")}
            items={page.joinedBy.map(({ reference, title }) => ({
              key: reference,
              href: `/use-cases/${reference}`,
              label: `${reference} · ${tell(title)}`,
            }))}
          />
        </Section>
      )}
      {page.mayMerge && (
        <p>
          <a href={`/use-cases/${page.reference}/merge`}>
            {t(page.stage === "merged" ? "similar.unmerge.title" : "safeguards.merge")}
          </a>
        </p>
      )}
    </>
  );
}
