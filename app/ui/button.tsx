import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { ToneShape } from "./tone";

export type ButtonVariant = "primary" | "quiet" | "danger" | "plain";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
}

export function Button({ variant = "primary", type = "submit", ...rest }: ButtonProps) {
  return <button className={`button button-${variant}`} type={type} {...rest} />;
}

export interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  variant?: ButtonVariant;
}

export function ButtonLink({ variant = "quiet", children, ...rest }: ButtonLinkProps) {
  return (
    <a className={`button button-${variant}`} {...rest}>
      {children}
    </a>
  );
}

export interface ConfirmFormProps {
  /** The words that open it. */
  label: ReactNode;
  /** What will happen and whether it can be undone. */
  consequence: ReactNode;
  /** The words of the button that does it. */
  submit: ReactNode;
  action?: string;
  /** Posted as `intent`. */
  intent?: string;
  fields?: Readonly<Record<string, string | number>>;
  variant?: "danger" | "primary";
  /** More fields, such as a reason. */
  children?: ReactNode;
  /** Open at once: what was sent was refused. */
  open?: boolean;
}

/** An act that asks first: nothing is posted before its consequence has been opened and read. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { label, consequence, submit, action, intent, fields = {}, variant = "danger", children, open } = props;
  return (
    <details className="confirm" open={open}>
      <summary className={variant === "danger" ? "button button-danger-quiet" : "button button-quiet"}>{label}</summary>
      <form method="post" action={action} className="confirm-body form">
        <p className="confirm-consequence">
          <ToneShape tone={variant === "danger" ? "warning" : "info"} /> <span>{consequence}</span>
        </p>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <Button variant={variant} name={intent ? "intent" : undefined} value={intent}>
          {submit}
        </Button>
      </form>
    </details>
  );
}
