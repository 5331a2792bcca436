import type { Key, Values } from "#app/locales/keys";
import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { Button, ButtonLink } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Empty, PageHeader } from "#app/ui/page";
import { TAG_LETTERS } from "../tags/tag-names";
import type { BulkKind } from "./bulk-input";

export interface AskAgainProps {
  kind: BulkKind;
  /** The field whose words were refused. */
  field: "person" | "word";
  typed: string;
  /** All else that the list sent: its filters and its ticks. */
  chosen: readonly (readonly [string, string])[];
  why: Key;
  values: Values;
  back: string;
}

/** An act on many cases that did not say whom or what: asked again, with the same cases chosen. */
export function AskAgain({ kind, field, typed, chosen, why, values, back }: AskAgainProps) {
  const { t } = useSpeech();
  const error = t(why, values);
  const crumbs = [{ label: t("use-cases.list.title"), href: back }];
  if (kind === "screen") {
    return (
      <>
        <PageHeader title={t(`list.bulk.act.${kind}`)} crumbs={crumbs} />
        <Empty title={error} action={<ButtonLink href={back}>{t("list.bulk.back")}</ButtonLink>} />
      </>
    );
  }
  const asked = { name: field, value: typed, error, required: true } as const;
  return (
    <>
      <PageHeader title={t(`list.bulk.act.${kind}`)} crumbs={crumbs} lead={t("list.bulk.again")} />
      <form method="get" className="form">
        <ErrorSummary errors={{ [field]: error }} />
        {chosen.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same name may come with the same value twice
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        {field === "person" ? (
          <PersonField {...asked} label={t("list.bulk.person")} />
        ) : (
          <TextField {...asked} label={t("list.bulk.tag")} maxLength={TAG_LETTERS} autoComplete="off" />
        )}
        <FormActions>
          <Button>{t("list.bulk.preview")}</Button>
          <ButtonLink href={back}>{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
