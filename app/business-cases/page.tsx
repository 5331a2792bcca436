import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Badge } from "#app/ui/mark";
import { Empty, Prose, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { BreakEvenSection } from "./break-even-section";
import { CalibrationAnswers } from "./calibration-answers";
import { CashFlowSection, LineSections } from "./flow";
import { OutputFigures } from "./outputs";
import type { BusinessCasePage, VersionView } from "./page.server";
import { ScenariosSection } from "./scenarios-section";
import { Uncertainty } from "./uncertainty";
import { VersionDiff } from "./version-diff";
import { MovedRates } from "./written-rate";

function VersionState({ version, newest }: { version: VersionView; newest: boolean }) {
  const { t, moment } = useSpeech();
  if (version.frozenAt !== null) {
    return (
      <Badge tone="good">{t("business-cases.version.frozen", { when: moment(new Date(version.frozenAt)) })}</Badge>
    );
  }
  return <Badge tone={newest ? "accent" : "neutral"}>{t("business-cases.version.working")}</Badge>;
}

function Versions({ versions, shown, reference }: { versions: VersionView[]; shown: number; reference: string }) {
  const { t, moment } = useSpeech();
  return (
    <Section title={t("business-cases.versions")} lead={t("business-cases.versions.lead")}>
      <DataTable
        caption={t("business-cases.versions")}
        hideCaption
        narrow="cards"
        rows={versions}
        rowKey={({ number }) => number}
        rowHref={({ number }) => `/use-cases/${reference}/business-case?version=${number}`}
        columns={[
          {
            key: "number",
            header: t("business-cases.version"),
            cell: ({ number }) =>
              number === shown
                ? t("business-cases.version.shown", { number })
                : t("business-cases.version.number", { number }),
            rowHeader: true,
          },
          { key: "by", header: t("business-cases.estimator"), cell: ({ estimator }) => estimator ?? t("desk.product") },
          {
            key: "at",
            header: t("business-cases.version.saved"),
            cell: ({ updatedAt }) => moment(new Date(updatedAt)),
          },
          {
            key: "state",
            header: t("business-cases.version.state"),
            cell: (version) => <VersionState version={version} newest={version.number === versions[0]?.number} />,
          },
          {
            key: "against",
            header: t("business-cases.against"),
            cell: ({ number }) =>
              number !== shown && (
                <a href={`/use-cases/${reference}/business-case?version=${shown}&against=${number}#against`}>
                  {t("business-cases.against.see", { shown, number })}
                </a>
              ),
          },
        ]}
      />
    </Section>
  );
}

/** The business case of a use case: its figures, how sure they are, its flows, its lines and its versions. */
export function BusinessCaseView({ reference, mayWrite, versions, shown, moved, against, ...more }: BusinessCasePage) {
  const { t, tell, moment } = useSpeech();
  const edit = `/use-cases/${reference}/business-case/edit`;
  if (!shown) {
    return (
      <Section title={t("business-cases.title")}>
        <Empty
          title={t("business-cases.none")}
          action={mayWrite && <ButtonLink href={edit}>{t("business-cases.write")}</ButtonLink>}
        >
          {t(mayWrite ? "business-cases.none.next" : "business-cases.none.others")}
        </Empty>
      </Section>
    );
  }
  const newest = shown.number === versions[0]?.number;
  return (
    <>
      <Section
        title={t("business-cases.version.number", { number: shown.number })}
        lead={t("business-cases.version.by", {
          name: shown.estimator ?? t("desk.product"),
          when: moment(new Date(shown.updatedAt)),
        })}
        actions={
          <>
            <ButtonLink
              href={`/use-cases/${reference}/business-case/export.xlsx?version=${shown.number}`}
              variant="quiet"
              download
            >
              {t("business-cases.workbook.take")}
            </ButtonLink>
            {mayWrite && newest && (
              <ButtonLink href={edit}>
                {t(shown.frozenAt ? "business-cases.write-next" : "business-cases.edit")}
              </ButtonLink>
            )}
          </>
        }
      >
        <Row>
          <VersionState version={shown} newest={newest} />
          {!newest && <a href={`/use-cases/${reference}/business-case`}>{t("business-cases.version.see-newest")}</a>}
        </Row>
        <MovedRates moved={moved} />
        {shown.note && <Prose>{tell(shown.note)}</Prose>}
        <OutputFigures evaluation={shown.evaluation} />
      </Section>
      <Uncertainty simulation={shown.simulation} />
      {against && <VersionDiff shown={shown} against={against} />}
      <ScenariosSection
        scenarios={more.scenarios}
        own={more.own}
        quarters={shown.evaluation.quarters}
        shown={shown}
        mayKeep={mayWrite && newest && shown.frozenAt === null}
      />
      <BreakEvenSection breakEvens={shown.breakEvens} />
      <CashFlowSection evaluation={shown.evaluation} />
      <LineSections evaluation={shown.evaluation} />
      <CalibrationAnswers lines={shown.draft.lines} />
      <Section title={t("business-cases.evidence")} lead={t("business-cases.evidence.lead")}>
        {more.files.length > 0 && (
          <ul>
            {more.files.map(({ id, name }) => (
              <li key={id}>
                <a href={`/use-cases/${reference}/files/${id}`} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <a href={`/use-cases/${reference}/files`}>{t("business-cases.evidence.files", { count: more.files.length })}</a>
      </Section>
      <Versions versions={versions} shown={shown.number} reference={reference} />
    </>
  );
}
