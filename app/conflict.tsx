import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Notice, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";

export interface ConflictField {
  /** The field's label, as on the form. */
  label: string;
  /** What this person typed, in words a person reads. */
  yours: string;
  /** What is stored now: what the other person saved meanwhile. */
  theirs: string;
}

/**
 * Two versions of one record, side by side. Stands above a form whose edit was refused as stale (`rejection.stale`):
 * the form keeps what was typed and its hidden `version` is the stored one, so that saving again replaces the other.
 * Fields on which both agree are left out.
 */
export function ConflictPanel({ fields }: { fields: readonly ConflictField[] }) {
  const { t } = useSpeech();
  const apart = fields.filter(({ yours, theirs }) => yours.trim() !== theirs.trim());
  return (
    <Stack gap="tight">
      <Notice tone="warning" title={t("desk.conflict.title")}>
        {t("desk.refusal.stale")}
      </Notice>
      <DataTable
        caption={t("desk.conflict.title")}
        hideCaption
        narrow="cards"
        rows={apart}
        rowKey={(field) => field.label}
        columns={[
          { key: "field", header: t("desk.conflict.field"), cell: (field) => field.label, rowHeader: true },
          { key: "yours", header: t("desk.conflict.yours"), cell: (field) => field.yours || UNKNOWN },
          { key: "theirs", header: t("desk.conflict.theirs"), cell: (field) => field.theirs || UNKNOWN },
        ]}
      />
      <p>{t("desk.conflict.next")}</p>
    </Stack>
  );
}
