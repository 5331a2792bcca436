import { useSpeech } from "#app/locales/use-speech";
import { TextField, type TextFieldProps } from "#app/ui/field";
import type { VendorChoices } from "../vendors.server";
import type { Register } from "./fields";
import { modelTyped } from "./typed-thing";

interface ThingFieldProps extends Omit<TextFieldProps, "suggestions" | "list" | "type"> {
  register: Register;
}

/** A thing of a register, typed by its name. Suggestions are fetched while one types; without script it works by typing. */
export function ThingField({ register, ...rest }: ThingFieldProps) {
  const { t } = useSpeech();
  return (
    <TextField
      {...rest}
      placeholder={t(`registers.typed.${register}`)}
      list={`${rest.id ?? rest.name}-things`}
      maxLength={300}
      autoComplete="off"
      data-enhance="person"
      data-from={`/registers/suggest?register=${register}`}
    />
  );
}

/** What a field of models shows: a stored or sent id by its name, anything else as it was typed. */
export function modelShown({ vendors, models }: VendorChoices, value: string | number | null | undefined): string {
  const model = models.find(({ id }) => String(id) === String(value ?? ""));
  const vendor = vendors.find(({ id }) => id === model?.vendorId);
  return model && vendor ? modelTyped({ vendor: vendor.name, name: model.name }) : String(value ?? "");
}
