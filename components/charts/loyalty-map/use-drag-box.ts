"use client";

import { type PointerEvent, useState } from "react";
import type { Box } from "./pack-dots";

type Size = { width: number; height: number };
type Point = { x: number; y: number };

// Less than this is a click that slipped.
const SMALLEST = 6;

function pointOf(event: PointerEvent<SVGSVGElement>, { width, height }: Size): Point {
  const frame = event.currentTarget.getBoundingClientRect();
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return {
    x: within((event.clientX - frame.left) / frame.width) * width,
    y: within((event.clientY - frame.top) / frame.height) * height,
  };
}

function boxBetween(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}

/** A rectangle drawn with a mouse or a pen; a finger scrolls the page, and a dot stays a link. */
export function useDragBox(size: Size, onBox: ((box: Box) => void) | undefined) {
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    const isOnDot = event.target instanceof Element && event.target.closest("a") !== null;
    if (event.pointerType === "touch" || event.button !== 0 || isOnDot) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = pointOf(event, size);
    setDrag({ from, to: from });
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>) {
    if (!drag) return;
    const box = boxBetween(drag.from, pointOf(event, size));
    setDrag(null);
    if (box.right - box.left >= SMALLEST && box.bottom - box.top >= SMALLEST) onBox?.(box);
  }

  const handlers = {
    onPointerDown,
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (drag) setDrag({ from: drag.from, to: pointOf(event, size) });
    },
    onPointerUp,
    onPointerCancel: () => setDrag(null),
  };
  return {
    box: drag && boxBetween(drag.from, drag.to),
    handlers: onBox ? handlers : {},
  };
}
