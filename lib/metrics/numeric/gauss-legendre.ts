export type Rule = { readonly nodes: Float64Array; readonly weights: Float64Array };

/** Gauss and Legendre's rule on 0 to 1: exact for polynomials up to degree 2 size - 1. */
export function gaussLegendre(size: number): Rule {
  const nodes = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step += 1) {
      const [value, below] = legendre(size, x);
      slope = (size * (below - x * value)) / (1 - x * x);
      x -= value / slope;
    }
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** Legendre's polynomial of a degree and the one below it. */
function legendre(degree: number, x: number): [number, number] {
  let below = 1;
  let value = x;
  for (let k = 2; k <= degree; k += 1)
    [below, value] = [value, ((2 * k - 1) * x * value - (k - 1) * below) / k];
  return [value, below];
}
