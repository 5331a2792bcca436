import { Once, useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";
import { VENDOR_TYPES, type VendorType } from "./vendors";

interface Stored {
  id: number;
  name: string;
  type: VendorType;
  country: string | null;
  version: number;
}

/** A vendor of the register, new or known. */
export function VendorForm({ stored }: { stored: Stored | null }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const typeOf = (type: string | undefined) => {
    const known = VENDOR_TYPES.find((one) => one === type);
    return known ? t(`delivery.vendor-type.${known}`) : "";
  };
  const title = stored ? t("delivery.vendors.edit", { name: stored.name }) : t("delivery.vendors.add");
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t("delivery.vendors.title"), href: "/vendors" }, { label: title }]} />
      {rejection?.stale && stored && (
        <ConflictPanel
          fields={[
            { label: t("delivery.vendors.name"), yours: rejection.typed.name ?? "", theirs: stored.name },
            { label: t("delivery.vendors.type"), yours: typeOf(rejection.typed.type), theirs: typeOf(stored.type) },
            {
              label: t("delivery.vendors.country"),
              yours: rejection.typed.country ?? "",
              theirs: stored.country ?? "",
            },
          ]}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ version: stored?.version }} />
        <TextField {...field("name", stored?.name)} label={t("delivery.vendors.name")} required />
        <RadioGroup
          {...field("type", stored?.type)}
          label={t("delivery.vendors.type")}
          options={VENDOR_TYPES.map((type) => ({ value: type, label: t(`delivery.vendor-type.${type}`) }))}
          required
        />
        <TextField
          {...field("country", stored?.country)}
          label={t("delivery.vendors.country")}
          hint={t("delivery.vendors.country.hint")}
          width="medium"
        />
        <FormActions>
          <Button>{t("desk.save")}</Button>
          <ButtonLink href={stored ? `/vendors/${stored.id}` : "/vendors"}>{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
