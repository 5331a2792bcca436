import { openFloor } from "../../replay";

export const read = openFloor(process.env.DATABASE_URL ?? "", process.env.BENCH_STATEMENTS ?? "");
