import { useSpeech } from "#app/locales/use-speech";
import { TextField, type TextFieldProps } from "#app/ui/field";
import { personTyped } from "./typed-person";

export interface PersonFieldProps extends Omit<TextFieldProps, "suggestions" | "list" | "type"> {
  /** Who is chosen; what was typed (`value`) wins over them. */
  person?: { name: string; email: string } | null;
}

/**
 * A person, typed: their address or full name. Suggestions are fetched while one types; without script it works by typing.
 * `findPerson` says who is meant.
 */
export function PersonField({ person, value, hint, ...rest }: PersonFieldProps) {
  const { t } = useSpeech();
  const list = `${rest.id ?? rest.name}-people`;
  return (
    <TextField
      {...rest}
      value={value ?? (person ? personTyped(person) : "")}
      placeholder={t("people.field.placeholder")}
      hint={hint}
      list={list}
      maxLength={200}
      autoComplete="off"
      data-enhance="person"
    />
  );
}
