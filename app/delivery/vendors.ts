import { z } from "zod";
import { choice, idOf } from "#app/kernel/input";
import type { Locale } from "#app/kernel/told";

export const VENDOR_TYPES = ["large-tech", "start-up", "internal", "open-source"] as const;
export type VendorType = (typeof VENDOR_TYPES)[number];

/** Where a model runs: what security and legal ask first. */
export const HOSTINGS = ["self-hosted", "eu", "third-country"] as const;
export type Hosting = (typeof HOSTINGS)[number];

export function isHosting(text: string | null): text is Hosting {
  return (HOSTINGS as readonly (string | null)[]).includes(text);
}

export const vendorLinkInput = z.object({ intent: choice(["link", "unlink"]), vendorId: idOf });

/** A country as people read it: a code of two letters becomes a name, anything else stays as it was typed. */
export function countryName(country: string | null, locale: Locale): string | null {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
}
