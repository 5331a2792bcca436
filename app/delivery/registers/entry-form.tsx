import { Once, useForm } from "#app/answer";
import { ConflictPanel, typedAmount, typedFigure } from "#app/conflict";
import { parseNumber, typedPrice } from "#app/kernel/input";
import { inMinor, inUnits } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { personTyped } from "#app/people/typed-person";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";
import type { EntryChoices } from "./entry-page.server";
import { type Field, fieldsOf, type Register, type Values } from "./fields";
import { ThingField } from "./thing-field";
import { labelOf, optionLabel, type Pointers, priceWords, shown } from "./words";

export interface EntryFormProps {
  register: Register;
  /** Null for a new one. */
  stored: { id: number; version: number; entry: Values; pointers: Pointers } | null;
  choices: EntryChoices;
  currency: string;
  /** The name of the vendor from whose page a model is added. */
  vendor: string | null;
}

function FieldInput({ field, props }: { field: Field; props: EntryFormProps }) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const form = useForm();
  const { stored, choices, currency, vendor } = props;
  const value = stored?.entry[field.name] ?? null;
  const label = labelOf(field, speech);
  const hint = HINTED.has(field.name)
    ? t(`registers.field.${field.name as "noticeDays"}.hint`)
    : field.kind === "price"
      ? t("registers.field.price.hint", { currency })
      : undefined;
  const shared = { label, hint, required: field.required };
  const given = (text: string | number | null) => ({ ...form.field(field.name, text), ...shared });
  const options = (list: { id: number; name: string | Told; release?: string }[]) =>
    list.map(({ id, name, release }) => ({
      value: String(id),
      label: [typeof name === "string" ? name : tell(name), release].filter(Boolean).join(" "),
    }));
  switch (field.kind) {
    case "told":
      return <TextArea {...given(typeof value === "object" ? tell(value) : null)} rows={3} />;
    case "choice":
      return (
        <Select
          {...given(String(value ?? ""))}
          empty={t(field.required ? "delivery.choose" : "desk.unknown")}
          options={field.options.map((option) => ({ value: option, label: optionLabel(field.name, option, speech) }))}
        />
      );
    case "day":
      return <DateField {...given(String(value ?? ""))} />;
    case "yes-no":
      return (
        <Select
          {...given(value === null ? "" : value ? "yes" : "no")}
          empty={t("desk.unknown")}
          options={[
            { value: "yes", label: t("desk.yes") },
            { value: "no", label: t("desk.no") },
          ]}
        />
      );
    case "whole":
      return <NumberField {...given(typeof value === "number" ? value : null)} />;
    case "price":
    case "amount":
      return (
        <AmountField
          {...given(typeof value === "number" ? typedPrice(inUnits(value, currency), speech.locale) : null)}
        />
      );
    case "person": {
      const owner = stored?.pointers[field.name];
      const typed = owner?.email ? personTyped({ name: String(owner.name), email: owner.email }) : "";
      return <PersonField {...given(typed)} />;
    }
    case "department":
      return (
        <Select {...given(String(value ?? ""))} empty={t("desk.unknown")} options={options(choices.departments)} />
      );
    case "vendor":
      return <ThingField {...given(stored?.pointers[field.name]?.name?.toString() ?? vendor)} register="vendors" />;
    case "model":
      return <ThingField {...given(stored?.pointers[field.name]?.written ?? null)} register="models" />;
    default:
      return <TextField {...given(String(value ?? ""))} width={field.most <= 60 ? "medium" : undefined} />;
  }
}

const HINTED = new Set(["country", "noticeDays", "renewsOn", "priceUnit", "endOfLifeOn", "ownerId", "access", "uses"]);

/** A thing of a register, new or known; where somebody else saved it meanwhile, both sides. */
export function EntryForm(props: EntryFormProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { register, stored } = props;
  const { errors, refusal, rejection } = useForm();
  const base = `/registers/${register}`;
  const title = stored ? t("registers.edit", { name: String(stored.entry.name) }) : t(`registers.add.${register}`);
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t("registers.title"), href: "/registers" },
          { label: t(`registers.of.${register}`), href: base },
          { label: title },
        ]}
      />
      {rejection?.stale && stored && (
        <ConflictPanel
          fields={fieldsOf(register).map((field) => ({
            label: labelOf(field, speech),
            yours: typedWords(field, rejection.typed[field.name] ?? "", props.choices, speech),
            theirs: storedWords(field, stored, speech),
          }))}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ version: stored?.version }} />
        {fieldsOf(register).map((field) => (
          <FieldInput key={field.name} field={field} props={props} />
        ))}
        <FormActions>
          <Button>{t("desk.save")}</Button>
          <ButtonLink href={stored ? `${base}/${stored.id}` : base}>{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
    </>
  );
}

type Speech = ReturnType<typeof useSpeech>;

function storedWords(field: Field, stored: NonNullable<EntryFormProps["stored"]>, speech: Speech): string {
  const pointer = stored.pointers[field.name];
  if (field.kind === "model" && pointer?.written) return pointer.written;
  if (field.kind === "person" && pointer?.email) {
    return personTyped({ name: String(pointer.name), email: pointer.email });
  }
  return shown(field, stored.entry[field.name] ?? null, stored.pointers, speech);
}

/** What somebody typed, in the words in which a stored value is shown. */
function typedWords(field: Field, typed: string, choices: EntryChoices, speech: Speech): string {
  const { t, tell } = speech;
  if (typed === "") return "";
  const nameIn = (list: { id: number; name: string | Told }[]) => {
    const name = list.find(({ id }) => String(id) === typed)?.name;
    return typeof name === "string" ? name : tell(name);
  };
  switch (field.kind) {
    case "choice":
      return field.options.includes(typed) ? optionLabel(field.name, typed, speech) : "";
    case "yes-no":
      return t(typed === "yes" ? "desk.yes" : "desk.no");
    case "day":
      return speech.date(typed);
    case "price": {
      const price = parseNumber(typed);
      return price === null ? typed : priceWords(inMinor(price, speech.currency), speech);
    }
    case "amount":
      return typedAmount(speech, typed);
    case "whole":
      return typedFigure(speech, typed);
    case "department":
      return nameIn(choices.departments);
    default:
      return typed;
  }
}
