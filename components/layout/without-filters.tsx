"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** A shared address may name a segment or a colleague that is gone; the page itself is still there. */
export function WithoutFilters({ label }: { label: string }) {
  const path = usePathname();
  if (useSearchParams().size === 0) return null;
  return (
    <Link href={path} className={buttonClass("outline")}>
      {label}
    </Link>
  );
}
