/**
 * Begins one piece of work in each turn of the event loop, in the order in which they were asked for. Node takes in one
 * new connection a turn: where everybody who is there were served in it, as SQLite makes possible, the sixtieth to come
 * would wait until all others have been served sixty times.
 */
export function oneATurn(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((begin) => {
      waiting.push(begin);
      if (waiting.length === 1) setImmediate(next);
    });
}
