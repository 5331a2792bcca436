import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { type NavigationGroup, NavigationList } from "./navigation";

export interface ShellProps {
  /** The product's name, leading home. */
  brand: string;
  home: string;
  groups: readonly NavigationGroup[];
  /** Above the links: a search field, a «new» button. */
  top?: ReactNode;
  /** At the foot of the rail: who is signed in, languages, theme. */
  foot?: ReactNode;
  /** What is new for the reader: beside the menu on narrow screens, where the rail is closed. */
  bell?: { href: string; label: string; count: number };
  /** What just happened: Notices. */
  flash?: ReactNode;
  children: ReactNode;
}

/**
 * The frame of every page: a rail beside it on wide screens, a menu above it on narrow ones. It is one list:
 * on narrow screens the rail is a popover that the menu button opens without JavaScript.
 */
export function Shell({ brand, home, groups, top, foot, bell, flash, children }: ShellProps) {
  const { t, number } = useSpeech();
  return (
    <>
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <div className="shell">
        <header className="frame-head">
          <div className="top-bar">
            <a className="brand" href={home}>
              {brand}
            </a>
            {bell && (
              <a className="bell" href={bell.href} aria-label={bell.label}>
                <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
                  <path d="M8 1.5a4 4 0 0 0-4 4V9l-1.5 2.5h11L12 9V5.500a4 4 0 0 0-4-4zM6.500 13a1.500 1.500 0 0 0 3 0" />
                </svg>
                {bell.count > 0 && <span aria-hidden="true">{number(bell.count)}</span>}
              </a>
            )}
            <button className="button button-quiet menu-button" type="button" {...{ popovertarget: "rail" }}>
              {t("shell.menu")}
            </button>
          </div>
          <div className="rail" id="rail" {...{ popover: "auto" }}>
            <a className="brand" href={home}>
              {brand}
            </a>
            {top && <div className="rail-top">{top}</div>}
            <nav aria-label={t("shell.navigation")}>
              <NavigationList groups={groups} />
            </nav>
            {foot && <div className="rail-foot">{foot}</div>}
          </div>
        </header>
        <main id="main" className="page" tabIndex={-1}>
          {flash && <div className="flash">{flash}</div>}
          {children}
        </main>
      </div>
    </>
  );
}

/** A page without the rail: signing in, an error before anyone is known. */
export function BareShell({ brand, home, children, foot }: Pick<ShellProps, "brand" | "home" | "children" | "foot">) {
  return (
    <div className="bare">
      <header>
        <a className="brand" href={home}>
          {brand}
        </a>
      </header>
      <main id="main" className="bare-sheet">
        {children}
      </main>
      {foot && <footer className="bare-foot">{foot}</footer>}
    </div>
  );
}

export interface Preference {
  value: string;
  label: string;
  current: boolean;
  /** The language of the label, where it names a language. */
  lang?: string;
}

export interface PreferenceSwitchProps {
  label: string;
  action: string;
  name: string;
  options: readonly Preference[];
  /** Applied at once by the page's script, without a reload: the theme. */
  live?: boolean;
  /** Posted too, such as where to come back to. */
  fields?: Readonly<Record<string, string>>;
}

/** A few choices, one of them current; each is a button of one small form. */
export function PreferenceSwitch({ label, action, name, options, live, fields = {} }: PreferenceSwitchProps) {
  return (
    <form className="switch" method="post" action={action} data-live-theme={live ? "" : undefined}>
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <fieldset>
        <legend className="visually-hidden">{label}</legend>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.current}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
