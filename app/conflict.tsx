import { useLocation } from "@remix-run/react";
import { parseNumber } from "#app/kernel/input";
import { currencyDigits, roundMinor } from "#app/kernel/money";
import { type Speech, UNKNOWN } from "#app/locales/speech";
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

/** A number that was typed, in the words in which a stored one is shown: `15.0` and `15` are no conflict. */
export function typedFigure({ number }: Pick<Speech, "number">, typed: string | undefined): string {
  const value = parseNumber(typed ?? "");
  return value === null ? (typed ?? "") : number(value, 6);
}

/** The same for an amount typed in whole units of the currency. */
export function typedAmount(
  { money, currency }: Pick<Speech, "money" | "currency">,
  typed: string | undefined,
): string {
  const value = parseNumber(typed ?? "");
  return value === null ? (typed ?? "") : money(roundMinor(value * 10 ** currencyDigits(currency)));
}

/** What was chosen of a closed list, in its words; nothing where it is none of them. */
export function chosen<Value extends string>(
  values: readonly Value[],
  typed: string | undefined,
  say: (value: Value) => string,
): string {
  const known = values.find((value) => value === typed);
  return known === undefined ? "" : say(known);
}

/**
 * Two versions of one record, side by side. Stands above a form whose edit was refused as stale (`rejection.stale`):
 * the form keeps what was typed and its hidden `version` is the stored one, so that saving again replaces the other.
 * Fields on which both agree are left out.
 */
export function ConflictPanel({ fields }: { fields: readonly ConflictField[] }) {
  const { t } = useSpeech();
  const { pathname, search } = useLocation();
  const said = (text: string) => text.trim() || UNKNOWN;
  const apart = fields.filter(({ yours, theirs }) => said(yours) !== said(theirs));
  return (
    <div className="conflict" tabIndex={-1} data-focus="">
      <Stack gap="tight">
        <Notice tone="warning" title={t("desk.conflict.title")}>
          {t("desk.refusal.stale")}
        </Notice>
        <DataTable
          caption={t("desk.conflict.title")}
          hideCaption
          narrow="cards"
          rows={apart}
          empty={t("desk.conflict.same")}
          rowKey={(field) => field.label}
          columns={[
            { key: "field", header: t("desk.conflict.field"), cell: (field) => field.label, rowHeader: true },
            { key: "yours", header: t("desk.conflict.yours"), cell: (field) => said(field.yours), prose: true },
            { key: "theirs", header: t("desk.conflict.theirs"), cell: (field) => said(field.theirs), prose: true },
          ]}
        />
        <p>{t("desk.conflict.next")}</p>
        <p>
          <a href={pathname + search}>{t("desk.conflict.keep")}</a>
        </p>
      </Stack>
    </div>
  );
}
