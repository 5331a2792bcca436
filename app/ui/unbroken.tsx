import { Children, Fragment, type ReactNode } from "react";

/** A code such as AB-0042: browsers break the line after its hyphen. */
const CODE = /([A-Z]{2,}-\d+)/;

/** What is shown, with the codes in its text kept on one line each. */
export function unbroken(content: ReactNode): ReactNode {
  if (typeof content !== "string" || !content.includes("-")) return content;
  const parts = content.split(CODE);
  if (parts.length === 1) return content;
  // Split by a group, every second part is a code.
  return parts.map((part, index) =>
    index % 2 ? (
      <span key={part} className="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

export function Unbroken({ children }: { children: ReactNode }) {
  return Children.map(children, (child) => <Fragment>{unbroken(child)}</Fragment>);
}
