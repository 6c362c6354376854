type Minimum = { readonly point: readonly number[]; readonly value: number };

type Vertex = { point: number[]; value: number };

/** Downhill simplex, started again from its own result until it stands still. */
export function minimise(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
): Minimum {
  let best = simplex(objective, start, 0.5);
  for (let round = 0; round < 8; round += 1) {
    const next = simplex(objective, best.point, 0.1);
    const hasSettled = best.value - next.value < 1e-6;
    if (next.value <= best.value) best = next;
    if (hasSettled) break;
  }
  return best;
}

function simplex(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
  size: number,
): Minimum {
  const vertexAt = (point: number[]): Vertex => {
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const vertices = [
    vertexAt([...start]),
    ...start.map((_, i) => vertexAt(start.map((x, j) => (i === j ? x + size : x)))),
  ];
  for (let step = 0; step < 400 * start.length; step += 1) {
    vertices.sort((a, b) => a.value - b.value);
    const best = vertices[0] as Vertex;
    const worst = vertices.at(-1) as Vertex;
    const isFlat = worst.value - best.value < 1e-8;
    if (isFlat && spreadOf(vertices) < 1e-5) break;
    improve(vertices, vertexAt);
  }
  vertices.sort((a, b) => a.value - b.value);
  return vertices[0] as Vertex;
}

/** Replaces the worst vertex by a reflected, expanded or contracted one, or shrinks towards the best. */
function improve(vertices: Vertex[], vertexAt: (point: number[]) => Vertex): void {
  const last = vertices.length - 1;
  const [best, worst, second] = [vertices[0], vertices[last], vertices[last - 1]] as [
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

function spreadOf(vertices: readonly Vertex[]): number {
  const best = vertices[0] as Vertex;
  return Math.max(
    ...vertices.flatMap((v) => v.point.map((x, i) => Math.abs(x - (best.point[i] as number)))),
  );
}
