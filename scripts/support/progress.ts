const isTerminal = process.stdout.isTTY === true;

export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Shows what is going on and for how long; on a terminal the line counts the seconds. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const line = `  ${label} ...`;
  process.stdout.write(isTerminal ? line : `${line}\n`);
  const show = () => process.stdout.write(isTerminal ? `\r${line} ${seconds(start)}` : "");
  const timer = setInterval(show, 500);
  try {
    const result = await work();
    process.stdout.write(
      isTerminal ? `\r${line} ${seconds(start)}\n` : `  ${label}: done in ${seconds(start)}\n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(isTerminal ? "\n" : "");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
