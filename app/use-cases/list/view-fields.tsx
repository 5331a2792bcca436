import { type ListQuery, searchOf } from "./query";

/** A view as hidden fields of a GET form, but for what the form itself asks. */
export function ViewFields({ query, without = [] }: { query: ListQuery; without?: readonly string[] }) {
  const said = [...new URLSearchParams(searchOf(query))].filter(([name]) => !without.includes(name));
  return (
    <>
      {said.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
