import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { FormActions, Hidden } from "#app/ui/form";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { StageBadge } from "../stage-badge";
import type { BulkChange, LeftReason, Seen } from "./bulk-input";
import { writeSeen } from "./bulk-input";
import type { BulkCase } from "./selected.server";

const SHOWN = 100;

export interface BulkPreview {
  change: BulkChange;
  seen: Seen[];
  cases: Pick<BulkCase, "id" | "reference" | "title" | "stage">[];
  left: { reason: LeftReason; count: number; references: string[] }[];
  /** The list that the cases were chosen on. */
  back: string;
}

/** What the act is called, with whom or what it is about. */
export function useActWords() {
  const { t } = useSpeech();
  return (change: BulkChange): string =>
    change.kind === "assign"
      ? t("list.bulk.assign", { owner: change.owner })
      : change.kind === "screen"
        ? t("list.bulk.screen")
        : change.kind === "tag"
          ? t("list.bulk.tag-with", { tag: change.tag })
          : t("list.bulk.untag-from", { tag: change.tag });
}

/** Exactly what an act on many cases would change, and what it would leave and why. */
export function Preview({ change, seen, cases, left, back }: BulkPreview) {
  const { t, tell } = useSpeech();
  const { refusal } = useForm();
  const title = useActWords()(change);
  const to = change.kind === "assign" ? String(change.ownerId) : change.kind === "screen" ? "" : change.tag;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }]}
        lead={t("list.bulk.will-change", { count: seen.length })}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {left.length > 0 && (
        <Section title={t("list.bulk.left")}>
          <LeftOut left={left} />
        </Section>
      )}
      {seen.length === 0 ? (
        <Empty title={t("list.bulk.nothing")} action={<ButtonLink href={back}>{t("list.bulk.back")}</ButtonLink>}>
          {t("list.bulk.nothing.next")}
        </Empty>
      ) : (
        <>
          <form method="post" className="form">
            <Hidden values={{ kind: change.kind, to, cases: writeSeen(seen) }} />
            <p className="hint">{t("list.bulk.undoable")}</p>
            <FormActions>
              <Button>{t("list.bulk.run", { count: seen.length })}</Button>
              <ButtonLink href={back}>{t("desk.cancel")}</ButtonLink>
            </FormActions>
          </form>
          <Section title={t("list.bulk.changed")}>
            <DataTable
              caption={t("list.bulk.changed")}
              hideCaption
              narrow="cards"
              rows={cases.slice(0, SHOWN)}
              rowKey={({ id }) => id}
              rowHref={({ reference }) => `/use-cases/${reference}`}
              columns={[
                {
                  key: "title",
                  header: t("use-cases.field.title"),
                  cell: (row) => `${tell(row.title) || t("use-cases.untitled")} ${row.reference}`,
                  rowHeader: true,
                },
                { key: "stage", header: t("use-cases.column.stage"), cell: (row) => <StageBadge stage={row.stage} /> },
              ]}
            />
            {seen.length > SHOWN && <p className="hint">{t("list.bulk.more", { count: seen.length - SHOWN })}</p>}
          </Section>
        </>
      )}
    </>
  );
}

/** The cases that an act leaves, by reason. */
export function LeftOut({ left }: { left: BulkPreview["left"] }) {
  const { t, list } = useSpeech();
  return (
    <ul>
      {left.map(({ reason, count, references }) => (
        <li key={reason}>
          {t(`list.bulk.left.${reason}`, { count })}{" "}
          <span className="hint">
            {list([
              ...references,
              ...(count > references.length ? [t("list.bulk.more", { count: count - references.length })] : []),
            ])}
          </span>
        </li>
      ))}
    </ul>
  );
}
