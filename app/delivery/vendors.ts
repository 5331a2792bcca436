import { z } from "zod";
import { choice, idOf } from "#app/kernel/input";

export const VENDOR_TYPES = ["large-tech", "start-up", "internal", "open-source"] as const;
export type VendorType = (typeof VENDOR_TYPES)[number];

/** Where a model runs: what security and legal ask first. */
export const HOSTINGS = ["self-hosted", "eu", "third-country"] as const;
export type Hosting = (typeof HOSTINGS)[number];

export function isHosting(text: string | null): text is Hosting {
  return (HOSTINGS as readonly (string | null)[]).includes(text);
}

export const vendorLinkInput = z.object({ intent: choice(["link", "unlink"]), vendorId: idOf });
