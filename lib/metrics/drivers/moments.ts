/**
 * What a regression needs to know of each account: count, sums and products of its rows, account after
 * account. Accounts can be drawn again and again from these without touching an answer.
 */
export type Moments = {
  readonly values: Float64Array;
  readonly accounts: number;
  /** Numbers per account. */
  readonly stride: number;
  /** Drivers and the outcome together. */
  readonly variables: number;
};

/** Rows by account, each with the drivers and the outcome last, in units of its standard deviation. */
export function momentsOf(accounts: readonly (readonly (readonly number[])[])[]): Moments {
  const rows = accounts.flat();
  const variables = rows[0]?.length ?? 0;
  const stride = 1 + variables + (variables * (variables + 1)) / 2;
  const values = new Float64Array(stride * accounts.length);
  const scales = Array.from({ length: variables }, (_, j) => scaleOf(rows, j));
  accounts.forEach((own, account) => {
    for (const row of own)
      addRow(
        values,
        account * stride,
        scales.map(({ mean, factor }, j) => ((row[j] as number) - mean) * factor),
      );
  });
  return { values, accounts: accounts.length, stride, variables };
}

function scaleOf(rows: readonly (readonly number[])[], j: number) {
  let mean = 0;
  for (const row of rows) mean += (row[j] as number) / rows.length;
  let squares = 0;
  for (const row of rows) squares += ((row[j] as number) - mean) ** 2;
  return { mean, factor: 1 / Math.sqrt(squares / rows.length) };
}

function addRow(values: Float64Array, from: number, row: readonly number[]): void {
  let at = from;
  const add = (value: number) => {
    values[at] = (values[at] as number) + value;
    at += 1;
  };
  add(1);
  for (const value of row) add(value);
  for (let i = 0; i < row.length; i += 1)
    for (let j = i; j < row.length; j += 1) add((row[i] as number) * (row[j] as number));
}

/** The accounts together, each as often as it was drawn. */
export function addUp(moments: Moments, times?: Int32Array): Float64Array {
  const { values, accounts, stride } = moments;
  const total = new Float64Array(stride);
  for (let account = 0; account < accounts; account += 1) {
    const often = times === undefined ? 1 : (times[account] as number);
    if (often === 0) continue;
    const from = account * stride;
    for (let k = 0; k < stride; k += 1)
      total[k] = (total[k] as number) + often * (values[from + k] as number);
  }
  return total;
}

/** Flat matrix of correlations; a variable that does not vary has none, not even with itself. */
export function correlationsOf(total: Float64Array, variables: number): Float64Array {
  const n = total[0] as number;
  const covariance = new Float64Array(variables * variables);
  let at = 1 + variables;
  for (let i = 0; i < variables; i += 1)
    for (let j = i; j < variables; j += 1) {
      const product =
        (total[at] as number) / n - ((total[1 + i] as number) / n) * ((total[1 + j] as number) / n);
      covariance[i * variables + j] = product;
      covariance[j * variables + i] = product;
      at += 1;
    }
  const factors = Array.from({ length: variables }, (_, i) => {
    const variance = covariance[i * variables + i] as number;
    return variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  });
  return covariance.map(
    (value, k) =>
      value * (factors[Math.floor(k / variables)] as number) * (factors[k % variables] as number),
  );
}
