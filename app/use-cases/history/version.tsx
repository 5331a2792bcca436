import { isDay } from "#app/kernel/day";
import { LOCALES, type Told } from "#app/kernel/told";
import { isKey } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import type { Kept } from "#app/people/audit-changes";
import type { Names } from "#app/people/audit-names.server";
import { keysOfValue, namedBy } from "#app/people/audit-values";
import { ButtonLink, ConfirmForm } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DescriptionList } from "#app/ui/listing";
import { FilterBar } from "#app/ui/navigation";
import { Notice, Prose, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { CONTENT_FIELDS } from "../content";
import { type CaseThen, VERSION_FIELDS, type VersionField, versionChanges } from "./replay";
import type { Version } from "./versions.server";
import { wordDiff } from "./word-diff";

export interface VersionPage {
  reference: string;
  versions: Pick<Version, "number" | "at" | "who">[];
  shown: Version;
  beside: Version | null;
  names: Names;
  newest: number;
  /** The version that an edit starts from; null where the reader may not bring this one back. */
  restore: { from: number } | null;
}

/** A case exactly as it was, and what made it different from another of its versions. */
export function VersionView(page: VersionPage) {
  const { t, moment } = useSpeech();
  const { shown, beside, reference, newest, restore } = page;
  const { number, at, who, then } = shown;
  const base = `/use-cases/${reference}/history`;
  return (
    <>
      <Section
        title={t("case.version.title", { number })}
        lead={t("case.version.lead", { at: moment(new Date(at)), who })}
        actions={
          <>
            {number > (page.versions[0]?.number ?? 1) && (
              <ButtonLink href={`${base}/${number - 1}`}>{t("case.version.before")}</ButtonLink>
            )}
            {number < newest && <ButtonLink href={`${base}/${number + 1}`}>{t("case.version.after")}</ButtonLink>}
            <ButtonLink href={`/use-cases/${reference}/activity`}>{t("case.version.all")}</ButtonLink>
          </>
        }
      >
        {number === newest && <Notice tone="info">{t("case.version.is-newest")}</Notice>}
        {restore && (
          <ConfirmForm
            label={t("case.version.restore")}
            consequence={t("case.version.restore.consequence")}
            submit={t("case.version.restore.submit", { number })}
            variant="primary"
            intent="restore"
            fields={{ version: restore.from }}
          />
        )}
        <ThenList then={then} names={page.names} />
      </Section>
      <Section title={beside ? t("case.version.compared", { number: beside.number }) : t("case.version.compare")}>
        <FilterBar>
          <Select
            name="with"
            label={t("case.version.with")}
            empty={t("case.version.with-before")}
            value={beside ? String(beside.number) : null}
            options={page.versions
              .filter((one) => one.number !== number)
              .map((one) => ({
                value: String(one.number),
                label: t("case.version.option", { number: one.number, at: moment(new Date(one.at)), who: one.who }),
              }))}
          />
        </FilterBar>
        {beside && <Differences before={beside} after={shown} names={page.names} />}
      </Section>
    </>
  );
}

function useVersionWords(names: Names) {
  const { t, tell, number, date } = useSpeech();
  const label = (field: VersionField): string => {
    const known = CONTENT_FIELDS.find((name) => name === field);
    if (known) return t(`use-cases.field.${known}`);
    if (field === "stage") return t("use-cases.column.stage");
    return field === "stageReason" ? t("people.field.reason") : t(`people.field.${field as "stageSince" | "relookOn"}`);
  };
  const words = (field: VersionField, kept: Kept | undefined): string => {
    if (kept === null || kept === undefined) {
      return field === "stage" ? t("use-cases.stage.unknown") : t("desk.unknown");
    }
    if (typeof kept === "object") return tell(kept as Told) || t("desk.unknown");
    const named = typeof kept === "number" ? namedBy(field) : null;
    if (named && typeof kept === "number") {
      const name = names[named]?.[kept];
      return (typeof name === "string" ? name : tell(name)) || t("people.audit.unnamed", { id: String(kept) });
    }
    if (typeof kept === "number") return number(kept, 6);
    if (typeof kept === "boolean") return t(kept ? "desk.yes" : "desk.no");
    const key = keysOfValue(field, kept).find(isKey);
    if (key) return t(key);
    return isDay(kept) ? date(kept) : kept;
  };
  return { label, words };
}

function ThenList({ then, names }: { then: CaseThen; names: Names }) {
  const { label, words } = useVersionWords(names);
  return (
    <DescriptionList
      items={VERSION_FIELDS.map((field) => ({
        term: label(field),
        value: <Prose>{words(field, then[field])}</Prose>,
      }))}
    />
  );
}

function Differences({ before, after, names }: { before: Version; after: Version; names: Names }) {
  const { t } = useSpeech();
  const { label, words } = useVersionWords(names);
  const changes = versionChanges(before.then, after.then);
  if (changes.length === 0) return <p className="hint">{t("case.version.same")}</p>;
  return (
    <DataTable
      caption={t("case.version.compared", { number: before.number })}
      hideCaption
      narrow="cards"
      rows={changes}
      rowKey={({ field }) => field}
      columns={[
        { key: "field", header: t("case.version.field"), rowHeader: true, cell: ({ field }) => label(field) },
        {
          key: "change",
          header: t("case.version.change"),
          width: "wide",
          cell: (change) => {
            const texts = textsOf(change.before, change.after);
            if (texts.length > 0) return <TextChanges texts={texts} />;
            return t("people.audit.was-is", {
              before: words(change.field, change.before),
              after: words(change.field, change.after),
            });
          },
        },
      ]}
    />
  );
}

interface TextChange {
  language: string;
  before: string;
  after: string;
}

/** The texts of a field that is told in languages, where they differ. */
function textsOf(before: Kept | undefined, after: Kept | undefined): TextChange[] {
  const side = (kept: Kept | undefined) => (typeof kept === "object" && kept !== null ? (kept as Told) : null);
  const [old, next] = [side(before), side(after)];
  if (!old && !next) return [];
  return LOCALES.flatMap((language) => {
    const [was = "", is = ""] = [old?.[language], next?.[language]];
    return was === is ? [] : [{ language, before: was, after: is }];
  });
}

function TextChanges({ texts }: { texts: TextChange[] }) {
  const { t } = useSpeech();
  return (
    <Stack gap="tight">
      {texts.map(({ language, before, after }) => {
        const pieces = wordDiff(before, after);
        return (
          <div key={language} className="prose" lang={language}>
            {pieces ? (
              pieces.map(({ text, is }, index) => {
                const key = `${language} ${index}`;
                if (is === "new") return <ins key={key}>{text}</ins>;
                return is === "gone" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
              })
            ) : (
              <>
                <p className="hint">{t("case.version.was")}</p>
                <del>{before}</del>
                <p className="hint">{t("case.version.is")}</p>
                <ins>{after}</ins>
              </>
            )}
          </div>
        );
      })}
    </Stack>
  );
}
