import type { Misreading } from "#app/kernel/misread";
import { useSpeech } from "#app/locales/use-speech";
import { placeOf } from "#app/safeguards/requirement-place";
import { Select } from "#app/ui/choice";
import { Checklist } from "#app/ui/listing";
import { MisreadNotice } from "#app/ui/misread";
import { FilterBar } from "#app/ui/navigation";
import { Disclosure, Empty, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { unbroken } from "#app/ui/unbroken";
import type { Requirement } from "#app/use-cases/gates";
import { type OwnQuestions, requirementSaid } from "#app/use-cases/own-checks/requirement-words";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { Debts } from "./debts.server";

interface Owed {
  owed: readonly Requirement[] | null;
  reference: string;
  questions: OwnQuestions;
}

/** What a case owes, each with the way to where it is mended; nothing for a case that owes nothing. */
export function DebtList({ owed, reference, questions }: Owed) {
  const speech = useSpeech();
  const { t } = speech;
  if (owed === null) {
    return <a href={`/use-cases/${reference}/governance#move`}>{t("measurement.debts.no-stage")}</a>;
  }
  return (
    <Checklist
      label={t("measurement.debts.of", { reference })}
      items={owed.map((requirement) => ({
        label: requirementSaid(requirement, questions, speech),
        met: false,
        href: placeOf(requirement, reference),
      }))}
    />
  );
}

/** The debts of one case, on its own page. */
export function DebtSection({ owed, reference, questions }: Owed) {
  const { t } = useSpeech();
  if (owed?.length === 0) return null;
  return (
    <Section
      id="debts"
      title={t("measurement.debts.count", { count: owed?.length ?? 1 })}
      lead={t("measurement.debts.lead")}
    >
      <Disclosure summary={t("measurement.debts.show")} open={(owed?.length ?? 1) <= 3}>
        <DebtList owed={owed} reference={reference} questions={questions} />
      </Disclosure>
    </Section>
  );
}

/** All cases that owe something, in one place. */
export function DebtsPage(props: Debts & { misreading: Misreading }) {
  const { cases, departments, departmentId, next, questions, misreading } = props;
  const { t, tell } = useSpeech();
  const rest = new URLSearchParams({
    ...(departmentId && { department: String(departmentId) }),
    after: String(next ?? ""),
  });
  return (
    <>
      <PageHeader
        title={t("measurement.debts.title")}
        lead={t("measurement.debts.lead")}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }, { label: t("measurement.debts.title") }]}
      />
      <MisreadNotice {...misreading} />
      <FilterBar clear={departmentId ? "/debts" : null}>
        <Select
          name="department"
          label={t("use-cases.field.departmentId")}
          empty={t("measurement.debts.all-departments")}
          value={departmentId === null ? null : String(departmentId)}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
      </FilterBar>
      {cases.length > 0 ? (
        <DataTable
          caption={t("measurement.debts.title")}
          hideCaption
          narrow="cards"
          rows={cases}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: "case",
              header: t("measurement.debts.case"),
              rowHeader: true,
              width: "wide",
              cell: ({ reference, title }) => (
                <a href={`/use-cases/${reference}`}>{unbroken(`${reference} ${tell(title)}`)}</a>
              ),
            },
            { key: "stage", header: t("use-cases.column.stage"), cell: ({ stage }) => <StageBadge stage={stage} /> },
            {
              key: "department",
              header: t("use-cases.field.departmentId"),
              cell: ({ department }) => tell(department) || t("desk.unknown"),
            },
            { key: "owner", header: t("use-cases.field.ownerId"), cell: ({ owner }) => owner ?? t("desk.unknown") },
            {
              key: "owed",
              header: t("measurement.debts.owed"),
              width: "wide",
              cell: ({ owed, reference }) => <DebtList owed={owed} reference={reference} questions={questions} />,
            },
          ]}
        />
      ) : (
        <Empty title={t(next ? "measurement.debts.none-here" : "measurement.debts.none")}>
          {t("measurement.debts.none.next")}
        </Empty>
      )}
      <Pager next={next ? `/debts?${rest}` : null} />
    </>
  );
}
