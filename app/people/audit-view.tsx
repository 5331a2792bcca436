import { isQuarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField, TextField } from "#app/ui/field";
import { FilterBar } from "#app/ui/navigation";
import { Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { Verification } from "./audit.server";
import { ChangesList } from "./audit-changes-list";
import type { AuditRow } from "./audit-log.server";
import type { Names } from "./audit-names.server";
import { ACTS, type AuditQuery } from "./audit-query";
import { isSubject, SUBJECTS } from "./audit-subjects";
import { NAMED } from "./audit-values";

export function AuditFilterBar({ query }: { query: AuditQuery }) {
  const { t } = useSpeech();
  const filtered = [query.who, query.act, query.subject, query.id, query.on].some((value) => value !== null);
  const named = <Name extends string>(names: readonly Name[], label: (name: Name) => string) =>
    names.map((name) => ({ value: name, label: label(name) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <FilterBar clear={filtered ? "/audit" : null}>
      <TextField name="who" label={t("people.audit.who")} placeholder={t("people.audit.who.hint")} value={query.who} />
      <Select
        name="act"
        label={t("people.audit.act")}
        empty={t("people.audit.any-act")}
        value={query.act}
        options={named(ACTS, (act) => t(`people.act.${act}`))}
      />
      <Select
        name="subject"
        label={t("people.audit.subject")}
        empty={t("people.audit.any-subject")}
        value={query.subject}
        options={named(SUBJECTS, (subject) => t(`people.subject.${subject}`))}
      />
      <TextField
        name="id"
        label={t("people.audit.subject-id")}
        value={query.id ? String(query.id) : ""}
        inputMode="numeric"
        width="short"
      />
      <DateField name="on" label={t("people.audit.on")} value={query.on} />
    </FilterBar>
  );
}

/** Subjects that have a page of their own. */
const PAGES: Record<string, string | undefined> = { person: "/people", department: "/admin/departments" };

function SubjectOf({ row, names }: { row: AuditRow; names: Names }) {
  const { t, tell, quarter } = useSpeech();
  const { subject, subjectId, useCaseId } = row;
  const kind = NAMED.find((named) => named === subject);
  const known = kind && names[kind]?.[subjectId];
  // A quarter is recorded as the number 20263.
  const of =
    subject === "quarter" || subject === "quarterly-review" ? `${Math.floor(subjectId / 10)}-Q${subjectId % 10}` : "";
  const name = isQuarter(of) ? quarter(of) : typeof known === "string" ? known : tell(known);
  const what = isSubject(subject) ? t(`people.subject.${subject}`) : subject;
  const words = name
    ? t("people.audit.subject-named", { subject: what, name })
    : t("people.audit.subject-of", { subject: what, id: String(subjectId) });
  const reference = useCaseId === null ? undefined : names["use-case"]?.[useCaseId];
  const place = subject === "quarter" ? "/quarter/" : "/quarterly-review?quarter=";
  const own = isQuarter(of) ? `${place}${of}` : undefined;
  const page = typeof reference === "string" && kind === "use-case" ? `/use-cases/${reference}` : own;
  const href = page ?? (PAGES[subject] && `${PAGES[subject]}/${subjectId}`);
  return (
    <>
      {href ? (
        <a href={href}>
          <Unbroken>{words}</Unbroken>
        </a>
      ) : (
        words
      )}
      {typeof reference === "string" && kind !== "use-case" && (
        <span className="hint">
          {" "}
          <a href={`/use-cases/${reference}`}>
            <Unbroken>{reference}</Unbroken>
          </a>
        </span>
      )}
    </>
  );
}

export function AuditTable({ rows, names }: { rows: readonly AuditRow[]; names: Names }) {
  const { t, moment } = useSpeech();
  const actOf = (act: string) => {
    const known = ACTS.find((name) => name === act);
    return known ? t(`people.act.${known}`) : act;
  };
  return (
    <DataTable
      caption={t("people.audit.caption")}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "at", header: t("people.audit.at"), rowHeader: true, cell: ({ at }) => moment(new Date(at)) },
        { key: "who", header: t("people.audit.who"), cell: ({ actorName }) => actorName },
        { key: "act", header: t("people.audit.act"), cell: ({ act }) => actOf(act) },
        { key: "subject", header: t("people.audit.subject"), cell: (row) => <SubjectOf row={row} names={names} /> },
        {
          key: "changes",
          header: t("people.audit.changes"),
          width: "wide",
          cell: ({ changes, hidden }) =>
            hidden ? t("people.audit.hidden") : <ChangesList changes={changes} names={names} />,
        },
      ]}
    />
  );
}

/** Verifies the chain on demand: a button, and what was found. */
export function ChainCheck({ found }: { found: Verification | null }) {
  const { t } = useSpeech();
  return (
    <Section lead={t("people.audit.verify.lead")}>
      {found?.whole && (
        <Notice tone="good" title={t("people.audit.whole", { events: found.events })}>
          {t("people.audit.head", { head: found.head })}
        </Notice>
      )}
      {found && !found.whole && (
        <Notice tone="bad" title={t("people.audit.broken", { id: String(found.brokenAt) })}>
          {t(`people.audit.broken.${found.why}`)}
        </Notice>
      )}
      <form method="post">
        <Button variant="quiet">{t("people.audit.verify")}</Button>
      </form>
    </Section>
  );
}
