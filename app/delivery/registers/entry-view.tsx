import { useForm } from "#app/answer";
import { countryName } from "#app/kernel/country";
import type { Day } from "#app/kernel/day";
import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink, ConfirmForm } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Row, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { StageBadge } from "#app/use-cases/stage-badge";
import { isHosting } from "../vendors";
import { contractEnd, type End, lifeEnd, reviewDue } from "./ends";
import { EndBadge } from "./ends-table";
import type { EntryPage } from "./entry-page.server";
import { fieldsOf } from "./fields";
import { LinkCase } from "./link-case";
import { SpendSection } from "./spend-section";
import { labelOf, shown } from "./words";

export interface EntryViewProps extends EntryPage {
  mayWrite: boolean;
  today: Day;
  /** Quarters for which spend may be entered, the newest first. */
  quarters: Quarter[];
}

const dayIn = (value: unknown): Day | null => (typeof value === "string" ? (value as Day) : null);

function endIn({ register, entry, retiredOn, today }: EntryViewProps): End | null {
  if (retiredOn !== null) return null;
  if (register === "models") return lifeEnd(dayIn(entry.endOfLifeOn), today);
  if (register === "data-sets") return reviewDue(dayIn(entry.reviewOn), today);
  const noticeDays = typeof entry.noticeDays === "number" ? entry.noticeDays : null;
  const autoRenews = typeof entry.autoRenews === "boolean" ? entry.autoRenews : null;
  return contractEnd({ renewsOn: dayIn(entry.renewsOn), noticeDays, autoRenews }, today);
}

/** One thing of a register: what is known of it, what ends, and the cases that work with it. */
export function EntryView(page: EntryViewProps) {
  const speech = useSpeech();
  const { t, tell, date, locale } = speech;
  const { register, id, version, entry, pointers, retiredOn, retiredReason, mayWrite } = page;
  const base = `/registers/${register}`;
  const name = [entry.name, entry.release].filter(Boolean).join(" ");
  const { refusal } = useForm();
  const end = endIn(page);
  const intent = retiredOn ? "bring-back" : "retire";
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: t("registers.title"), href: "/registers" },
          { label: t(`registers.of.${register}`), href: base },
          { label: name },
        ]}
        meta={
          <>
            {retiredOn && <Badge tone="warning">{t("registers.retired-on", { date: date(retiredOn) })}</Badge>}
            {end && (
              <>
                <span>{t("registers.end.by", { what: t(`registers.end.${end.kind}`), date: date(end.on) })}</span>
                <EndBadge end={end} />
              </>
            )}
          </>
        }
        actions={
          <Row>
            {mayWrite && <ButtonLink href={`${base}/${id}/edit`}>{t("desk.edit")}</ButtonLink>}
            {register !== "data-sets" && (
              <ButtonLink href={`/registers/exposure/what-if?${register === "vendors" ? "vendor" : "model"}=${id}`}>
                {t("exposure.what-if")}
              </ButtonLink>
            )}
          </Row>
        }
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {retiredOn && retiredReason && (
        <Notice tone="info" title={t("registers.retired-because")}>
          {tell(retiredReason)}
        </Notice>
      )}
      <Section title={t("registers.known")}>
        <DescriptionList
          columns={2}
          items={fieldsOf(register)
            .filter((field) => field.name !== "name")
            .map((field) => {
              const value = entry[field.name] ?? null;
              const said =
                field.name === "country"
                  ? (countryName(typeof value === "string" ? value : null, locale) ?? "")
                  : shown(field, value, pointers, speech);
              const to = field.kind === "vendor" ? "vendors" : field.kind === "model" ? "models" : null;
              return {
                term: labelOf(field, speech),
                value: to && said ? <a href={`/registers/${to}/${value}`}>{said}</a> : said || t("desk.unknown"),
              };
            })}
        />
      </Section>
      {register === "vendors" && <Models page={page} />}
      {register === "vendors" && <SpendSection page={page} />}
      <Cases page={page} />
      {mayWrite && (
        <Section title={t(`registers.turn.${intent}`)}>
          <ConfirmForm
            label={t(`registers.turn-label.${intent}`)}
            consequence={t(`registers.turn-consequence.${intent}`)}
            submit={t(`registers.turn-submit.${intent}`)}
            intent={intent}
            fields={{ version }}
            variant={retiredOn ? "primary" : "danger"}
          >
            <TextArea name="reason" label={t("registers.reason")} rows={3} required />
          </ConfirmForm>
        </Section>
      )}
    </>
  );
}

function Models({ page: { models, id, mayWrite } }: { page: EntryViewProps }) {
  const { t, date } = useSpeech();
  return (
    <Section
      title={t("registers.of.models")}
      actions={
        mayWrite && <ButtonLink href={`/registers/models/new?vendor=${id}`}>{t("registers.add.models")}</ButtonLink>
      }
    >
      {models.length === 0 ? (
        <p>{t("delivery.models.none")}</p>
      ) : (
        <DataTable
          caption={t("registers.of.models")}
          hideCaption
          narrow="cards"
          rows={models}
          rowKey={(model) => model.id}
          rowHref={(model) => `/registers/models/${model.id}`}
          columns={[
            {
              key: "name",
              header: t("registers.field.name"),
              cell: ({ name, release, retiredOn }) => (
                <>
                  {[name, release].filter(Boolean).join(" ")} {retiredOn && <Badge>{t("registers.retired")}</Badge>}
                </>
              ),
              rowHeader: true,
            },
            {
              key: "hosting",
              header: t("registers.field.hosting"),
              cell: ({ hosting }) => (isHosting(hosting) ? t(`delivery.hosting.${hosting}`) : t("desk.unknown")),
            },
            { key: "end", header: t("registers.field.endOfLifeOn"), cell: ({ endOfLifeOn }) => date(endOfLifeOn) },
          ]}
        />
      )}
    </Section>
  );
}

function Cases({ page }: { page: EntryViewProps }) {
  const { cases, register, id } = page;
  const { t, tell } = useSpeech();
  return (
    <Section id="cases" title={t("registers.cases")} keepPlace>
      {cases.rows.length === 0 ? (
        <Empty title={t("registers.cases.none")}>{t("registers.cases.none.next")}</Empty>
      ) : (
        <DataTable
          caption={t("registers.cases")}
          hideCaption
          narrow="cards"
          rows={cases.rows}
          rowKey={({ reference }) => reference}
          rowHref={({ reference }) =>
            `/use-cases/${reference}/${register === "data-sets" ? "governance" : "poc"}#components`
          }
          columns={[
            { key: "reference", header: t("delivery.vendors.reference"), cell: (row) => row.reference, width: "fit" },
            {
              key: "title",
              header: t("registers.case"),
              cell: (row) => tell(row.title) || t("use-cases.untitled"),
              rowHeader: true,
            },
            { key: "stage", header: t("people.field.stage"), cell: (row) => <StageBadge stage={row.stage} /> },
            ...(register === "vendors"
              ? []
              : [
                  {
                    key: "component",
                    header: t("registers.component"),
                    cell: (row: (typeof cases.rows)[number]) => tell(row.component) || t("desk.unknown"),
                  },
                ]),
          ]}
        />
      )}
      {register !== "vendors" && page.retiredOn === null && <LinkCase register={register} />}
      <Pager next={cases.next === null ? undefined : `/registers/${register}/${id}?after=${cases.next}#cases`} />
    </Section>
  );
}
