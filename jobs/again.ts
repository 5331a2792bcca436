/** Something that a serving process looks at again and again. */
export interface Runner {
  /** Begins nothing more; resolves when what it was at is done. */
  stop(): Promise<void>;
}

/** Milliseconds before the first look, and from the end of one to the next. */
export interface Pace {
  first: number;
  between: number;
}

/** Looks at this pace for as long as the process serves, never twice at once. `look` keeps its troubles to itself. */
export function again(pace: Pace, look: (stopping: () => boolean) => Promise<void>): Runner {
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const next = (milliseconds: number) => {
    timer = setTimeout(() => {
      looking = look(() => stopped).then(() => {
        if (!stopped) next(pace.between);
      });
    }, milliseconds).unref();
  };
  next(pace.first);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return looking;
    },
  };
}
