/** Reads that are under way at once in this process. */
const READS = 8;
/** And while a write is: each of its statements waits for whatever the process does between, and all writers wait for it. */
const READS_BESIDE_A_WRITE = 3;

export interface ReadSlots {
  read<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Marks the time in which a write is at work. */
  beside<Result>(write: () => Promise<Result>): Promise<Result>;
}

/** Lets reads pass one after the other, fewer at once while a write is at work: none is ever shut out. */
export function readSlots(): ReadSlots {
  const waiting: (() => void)[] = [];
  let reading = 0;
  let writing = 0;
  const letIn = () => {
    while (waiting.length > 0 && reading < (writing > 0 ? READS_BESIDE_A_WRITE : READS)) {
      reading += 1;
      waiting.shift()?.();
    }
  };
  return {
    read: async (work) => {
      await new Promise<void>((enter) => {
        waiting.push(enter);
        letIn();
      });
      try {
        return await work();
      } finally {
        reading -= 1;
        letIn();
      }
    },
    beside: async (write) => {
      writing += 1;
      try {
        return await write();
      } finally {
        writing -= 1;
        letIn();
      }
    },
  };
}
