import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";

/** Links a case to the model or data whose page this is: whoever may write the case's own links may do it here. */
export function LinkCase({ register }: { register: "models" | "data-sets" }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("link-case");
  return (
    <Disclosure summary={t("registers.link-case")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "link-case" }} />
        <TextField
          {...field("reference")}
          label={t("delivery.vendors.reference")}
          hint={t("registers.link-case.hint")}
          width="short"
          required
        />
        <TextField
          {...field("component")}
          label={t(register === "models" ? "registers.component" : "registers.used-for")}
          hint={t("registers.link.again")}
        />
        <FormActions>
          <Button variant="quiet">{t("delivery.vendors.link.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
