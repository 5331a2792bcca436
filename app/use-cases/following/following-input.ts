import { z } from "zod";
import { ticked } from "#app/kernel/input";

export const voteInput = z.object({ voted: ticked });
export const followInput = z.object({ follows: ticked });
