/** The same things; each is asked for when the one before it is given out, not when it is done with. */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  function ask(): Promise<IteratorResult<T>> {
    const next = source.next();
    // Who waits for it hears of its fault; before, nobody does.
    next.catch(() => {});
    return next;
  }
  let next = ask();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = ask();
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
