"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { PLANE } from "./layout-map";
import type { MapDot, MapLayout } from "./map-types";
import { type Direction, nearestDot } from "./nearest-dot";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type Focusable = { focus: () => void };

/** The strips lie left of and below the plane, also for the arrow keys. */
function place(dot: MapDot) {
  const dx = dot.region === "tooNew" ? -120 : 0;
  const dy = dot.region === "unheard" ? PLANE.height + 60 : 0;
  return { id: dot.id, x: dot.x + dx, y: dot.y + dy };
}

/** One tab stop for the whole map; arrow keys walk from dot to dot, Enter opens the account. */
export function useRovingDots(layout: MapLayout) {
  const dots = [layout.plane, layout.unheard, layout.tooNew].flatMap(
    (region) => region?.dots ?? [],
  );
  const [activeId, setActiveId] = useState<string | null>(null);
  const [stopId, setStopId] = useState(dots[0]?.id ?? null);
  const links = useRef(new Map<string, Focusable>());

  function onKeyDown(event: KeyboardEvent, id: string) {
    const direction = ARROWS[event.key];
    if (event.key === "Escape") setActiveId(null);
    if (!direction) return;
    event.preventDefault();
    const next = nearestDot(dots.map(place), id, direction);
    if (next) links.current.get(next)?.focus();
  }

  return {
    activeId,
    hide: () => setActiveId(null),
    propsOf: (id: string) => ({
      ref: (element: Focusable | null) => {
        if (element) links.current.set(id, element);
        else links.current.delete(id);
      },
      tabIndex: id === stopId ? 0 : -1,
      onFocus: () => {
        setActiveId(id);
        setStopId(id);
      },
      onBlur: () => setActiveId(null),
      onMouseEnter: () => setActiveId(id),
      onMouseLeave: () => setActiveId(null),
      onKeyDown: (event: KeyboardEvent) => onKeyDown(event, id),
    }),
  };
}

export type RovingDots = ReturnType<typeof useRovingDots>;
