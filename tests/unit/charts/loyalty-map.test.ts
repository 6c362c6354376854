import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaOf } from "@/components/charts/loyalty-map/chosen-area";
import { layoutMap, PLANE } from "@/components/charts/loyalty-map/layout-map";
import type { MapAccount, MapDot } from "@/components/charts/loyalty-map/map-types";
import { nearestDot } from "@/components/charts/loyalty-map/nearest-dot";
import { packDots } from "@/components/charts/loyalty-map/pack-dots";
import { placeLabels } from "@/components/charts/loyalty-map/place-labels";

const LINE = 0.5;
const score = fc.oneof(
  fc.constantFrom(0, 0.45, 0.499, 0.5, 0.7, 0.75, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

function account(part: Partial<MapAccount> & { id: string }): MapAccount {
  return {
    name: `Account ${part.id}`,
    href: `/accounts/${part.id}`,
    behaviour: 0.75,
    attitude: 0.7,
    state: "loyal",
    size: 1_000_000,
    mark: "filled",
    moved: null,
    lines: [],
    ...part,
  };
}

const accounts = fc
  .array(
    fc.record({
      behaviour: fc.option(score, { freq: 8 }),
      attitude: fc.option(score, { freq: 4 }),
      size: fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.constant(1e6)),
    }),
    { maxLength: 120 },
  )
  .map((list) => list.map((part, i) => account({ id: String(i).padStart(3, "0"), ...part })));

function overlapping(dots: readonly MapDot[]): string[] {
  return dots.flatMap((a, i) =>
    dots
      .slice(i + 1)
      .filter((b) => a.region === b.region && Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 1e-6)
      .map((b) => `${a.id} over ${b.id}`),
  );
}

function allDots(list: readonly MapAccount[]): MapDot[] {
  const { plane, unheard, tooNew } = layoutMap(list, LINE);
  return [plane, unheard, tooNew].flatMap((region) => region?.dots ?? []);
}

describe("the dots of the loyalty map", () => {
  test("no two dots overlap, however many coincide", () => {
    fc.assert(
      fc.property(accounts, (list) => overlapping(allDots(list)).length === 0),
      { numRuns: 60 },
    );
  });

  test("two hundred accounts that hold steady with the same answer lie side by side", () => {
    const list = Array.from({ length: 200 }, (_, i) => account({ id: String(i) }));
    const dots = allDots(list);
    expect(dots).toHaveLength(200);
    expect(overlapping(dots)).toEqual([]);
  });

  test("every account with a score has one dot, and one without any has none", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const expected = list.filter((a) => a.behaviour !== null || a.attitude !== null);
        return allDots(list).length === expected.length;
      }),
      { numRuns: 60 },
    );
  });

  test("packing never carries a dot over a cut line or out of the plane", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const byId = new Map(list.map((a) => [a.id, a]));
        return layoutMap(list, LINE).plane.dots.every((dot) => {
          const { behaviour, attitude } = byId.get(dot.id) as MapAccount;
          const staysRight = (behaviour ?? 0) >= LINE === dot.x >= LINE * PLANE.width - 1e-6;
          const staysUp = (attitude ?? 0) >= LINE === dot.y <= (1 - LINE) * PLANE.height + 1e-6;
          const isInside =
            dot.x - dot.r >= -1e-6 &&
            dot.x + dot.r <= PLANE.width + 1e-6 &&
            dot.y - dot.r >= -1e-6 &&
            dot.y + dot.r <= PLANE.height + 1e-6;
          return staysRight && staysUp && isInside;
        });
      }),
      { numRuns: 60 },
    );
  });

  test("a dot with room around it stands exactly at its scores", () => {
    const [dot] = allDots([account({ id: "a", behaviour: 0.75, attitude: 0.25 })]);
    expect(dot?.x).toBeCloseTo(0.75 * PLANE.width);
    expect(dot?.y).toBeCloseTo(0.75 * PLANE.height);
  });

  test("twice the revenue is twice the area", () => {
    const dots = allDots([
      account({ id: "a", size: 2e6, behaviour: 0.9 }),
      account({ id: "b", size: 1e6, behaviour: 0.2 }),
    ]);
    expect(((dots[0]?.r ?? 0) / (dots[1]?.r ?? 1)) ** 2).toBeCloseTo(2);
  });

  test("the order in which accounts come does not change the picture", () => {
    const dots = Array.from({ length: 40 }, (_, i) => ({ id: String(i), x: 50, y: 50, r: 4 }));
    const box = () => ({ left: 0, top: 0, right: 100, bottom: 100 });
    expect(packDots([...dots].reverse(), box)).toEqual(packDots(dots, box));
  });

  test("where the dots cannot fit they shrink together", () => {
    const dots = Array.from({ length: 30 }, (_, i) => ({ id: String(i), x: 20, y: 20, r: 8 }));
    const packed = packDots(dots, () => ({ left: 0, top: 0, right: 40, bottom: 40 }));
    expect(packed.dots).toHaveLength(30);
    expect(packed.shrink).toBeLessThan(1);
    expect(new Set(packed.dots.map((dot) => dot.r)).size).toBe(1);
  });

  test("above 500 accounts the fifty largest are dots and the shading holds the rest", () => {
    const list = Array.from({ length: 600 }, (_, i) =>
      account({ id: String(i), size: 1e6 - i, behaviour: (i % 100) / 100 }),
    );
    const layout = layoutMap(list, LINE);
    expect(layout.plane.dots).toHaveLength(50);
    expect(layout.shaded).toBe(550);
    expect(layout.plane.density.length).toBeGreaterThan(0);
  });

  test("only an account that moved has an arrow, and it ends at its dot's edge", () => {
    const layout = layoutMap(
      [
        account({ id: "a", attitude: 0.2, moved: { fromBehaviour: 0.75, fromAttitude: 0.8 } }),
        account({ id: "b", behaviour: 0.1 }),
      ],
      LINE,
    );
    const dot = layout.plane.dots.find(({ id }) => id === "a");
    const [arrow, ...others] = layout.plane.arrows;
    expect(others).toEqual([]);
    const gap = Math.hypot((arrow?.toX ?? 0) - (dot?.x ?? 0), (arrow?.toY ?? 0) - (dot?.y ?? 0));
    expect(gap).toBeCloseTo((dot?.r ?? 0) + 3);
  });
});

describe("names on the map", () => {
  const area = { left: 0, top: 0, right: 600, bottom: 344 };

  test("no two names overlap", () => {
    const place = fc.record({
      x: fc.double({ min: 10, max: 590, noNaN: true }),
      y: fc.double({ min: 10, max: 330, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 15 }), (places) => {
        const dots = places.map((at, i) => ({ ...at, id: String(i), r: 6 }));
        const requests = dots.map(({ id }) => ({ id, text: "Ostrobotnia Mills", isWanted: true }));
        const labels = placeLabels(requests, dots, area).map(({ box }) => box);
        return labels.every((a, i) =>
          labels
            .slice(i + 1)
            .every(
              (b) =>
                a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom,
            ),
        );
      }),
    );
  });

  test("a name that would cover other dots is left out unless the account moved", () => {
    const crowd = Array.from({ length: 400 }, (_, i) => ({
      id: String(i),
      x: (i % 20) * 30 + 15,
      y: Math.floor(i / 20) * 17 + 9,
      r: 7,
    }));
    const ask = (isWanted: boolean) =>
      placeLabels([{ id: "210", text: "Grenaa Havn", isWanted }], crowd, area).length;
    expect(ask(false)).toBe(0);
    expect(ask(true)).toBe(1);
  });
});

test("an arrow key goes to the near dot on its way, and nowhere at the edge", () => {
  const places = [
    { id: "here", x: 100, y: 100 },
    { id: "near", x: 120, y: 104 },
    { id: "far", x: 400, y: 100 },
    { id: "above", x: 102, y: 40 },
  ];
  expect(nearestDot(places, "here", "right")).toBe("near");
  expect(nearestDot(places, "here", "up")).toBe("above");
  expect(nearestDot(places, "far", "right")).toBeNull();
});

describe("a rectangle drawn on the map", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  test("chooses every account that is drawn in it, by scores an address can hold", () => {
    fc.assert(
      fc.property(accounts, share, share, share, share, (list, a, b, c, d) => {
        const { plane } = layoutMap(list, LINE);
        const box = {
          left: Math.min(a, b) * PLANE.width,
          right: Math.max(a, b) * PLANE.width,
          top: Math.min(c, d) * PLANE.height,
          bottom: Math.max(c, d) * PLANE.height,
        };
        const area = areaOf("plane", plane, box);
        for (const { x, y, behaviour, attitude } of plane.dots) {
          if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
          expect(behaviour).toBeGreaterThanOrEqual(Number(area.behaviourFrom ?? 0));
          expect(behaviour).toBeLessThanOrEqual(Number(area.behaviourTo ?? 1));
          expect(attitude).toBeGreaterThanOrEqual(Number(area.attitudeFrom ?? 0));
          expect(attitude).toBeLessThanOrEqual(Number(area.attitudeTo ?? 1));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("over everything sets no bound, and in a strip none for the score it does not know", () => {
    const { plane, unheard } = layoutMap([account({ id: "a", attitude: null })], LINE);
    const all = { left: 0, top: 0, right: PLANE.width, bottom: PLANE.height };
    expect(areaOf("plane", plane, all)).toEqual({ place: "plane" });
    if (!unheard) throw new Error("no strip");
    const right = { left: 300, top: 5, right: PLANE.width, bottom: 20 };
    expect(areaOf("unheard", unheard, right)).toEqual({ place: "unheard", behaviourFrom: "0.5" });
  });
});
