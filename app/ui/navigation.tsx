import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { unbroken } from "./unbroken";

export interface Crumb {
  label: ReactNode;
  href?: string;
}

export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const { t } = useSpeech();
  return (
    <nav className="breadcrumb" aria-label={t("shell.breadcrumb")}>
      <ol>
        {items.map((item) => (
          <li key={item.href ?? String(item.label)}>
            {item.href ? (
              <a href={item.href} data-back="">
                {unbroken(item.label)}
              </a>
            ) : (
              <span>{unbroken(item.label)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface NavigationItem {
  href: string;
  label: string;
  current?: boolean;
  /** How many things wait behind the link; zero and null show nothing. */
  count?: number | null;
}

export interface NavigationGroup {
  label?: string;
  items: readonly NavigationItem[];
}

function Count({ of }: { of: number | null | undefined }) {
  const { number } = useSpeech();
  return of ? <span className="count">{number(of)}</span> : null;
}

/** The groups of the side rail. The same list is the rail on wide screens and the opened menu on narrow ones. */
export function NavigationList({ groups }: { groups: readonly NavigationGroup[] }) {
  return (
    <>
      {groups.map((group, index) => (
        <div className="rail-group" key={group.label ?? `group-${index}`}>
          {group.label && <p className="rail-label">{group.label}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? "page" : undefined}>
                  <span>{item.label}</span>
                  <Count of={item.count} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Parts of one thing, each with its own address. */
export function Tabs({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.label}
              <Count of={item.count} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The filters of a list, as a GET form, so that a filtered list has an address. */
export function FilterBar(props: { action?: string; children: ReactNode; clear?: string | null }) {
  const { t } = useSpeech();
  return (
    <form className="filter-bar" method="get" action={props.action}>
      {props.children}
      <div className="filter-bar-actions">
        <button className="button button-quiet" type="submit">
          {t("shell.filter")}
        </button>
        {props.clear && (
          <a className="button button-plain" href={props.clear}>
            {t("shell.clear-filters")}
          </a>
        )}
      </div>
    </form>
  );
}

/** The `/` key brings the focus here. */
export function SearchField(props: { name?: string; label: string; value?: string | null }) {
  const { name = "q", label, value } = props;
  return (
    <div className="field field-search">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="search" defaultValue={value ?? ""} data-search="" aria-keyshortcuts="/" />
    </div>
  );
}
