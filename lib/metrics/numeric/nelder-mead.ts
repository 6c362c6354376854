type Vertex = { readonly point: readonly number[]; readonly value: number };

/** The lowest point a simplex rolls down to, without slopes; started again from its own result. */
export function nelderMead(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
): readonly number[] {
  const vertexAt = (point: readonly number[]): Vertex => {
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let best = vertexAt(start);
  for (const size of [0.5, 0.05]) best = rollDown(vertexAt, best, size);
  return best.point;
}

function rollDown(
  vertexAt: (point: readonly number[]) => Vertex,
  start: Vertex,
  size: number,
): Vertex {
  const vertices = [
    start,
    ...start.point.map((_, i) => vertexAt(start.point.map((x, j) => (i === j ? x + size : x)))),
  ];
  const byValue = (a: Vertex, b: Vertex) => a.value - b.value;
  for (let step = 0; step < 75 * start.point.length; step += 1) {
    vertices.sort(byValue);
    const [best, worst] = [vertices[0], vertices.at(-1)] as [Vertex, Vertex];
    if (worst.value - best.value <= 1e-13 * Math.abs(best.value)) break;
    improve(vertices, vertexAt);
  }
  return vertices.sort(byValue)[0] as Vertex;
}

/** Replaces the worst vertex by a reflected, expanded or contracted one, or shrinks towards the best. */
function improve(vertices: Vertex[], vertexAt: (point: readonly number[]) => Vertex): void {
  const last = vertices.length - 1;
  const [best, second, worst] = [vertices[0], vertices[last - 1], vertices[last]] as [
    Vertex,
    Vertex,
    Vertex,
  ];
  const centre = best.point.map(
    (_, i) =>
      vertices.slice(0, last).reduce((total, v) => total + (v.point[i] as number), 0) / last,
  );
  const along = (factor: number) =>
    vertexAt(centre.map((c, i) => c + factor * (c - (worst.point[i] as number))));
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    vertices[last] = expanded.value < reflected.value ? expanded : reflected;
    return;
  }
  if (reflected.value < second.value) {
    vertices[last] = reflected;
    return;
  }
  const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
  if (contracted.value < Math.min(worst.value, reflected.value)) {
    vertices[last] = contracted;
    return;
  }
  for (let index = 1; index <= last; index += 1)
    vertices[index] = vertexAt(
      (vertices[index] as Vertex).point.map((x, i) => (x + (best.point[i] as number)) / 2),
    );
}
