import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type PageFrameProps = { title: string; intro?: ReactNode; after?: ReactNode; children?: ReactNode };

export function PageFrame({ title, intro, after, children }: PageFrameProps) {
  return (
    <>
      <Card className="p-6 md:px-7">
        <h1 className="text-title font-bold tracking-[-0.01em] text-balance">{title}</h1>
        {intro ? <div className="mt-1.5 text-ink-2">{intro}</div> : null}
        {children ? <div className="mt-5">{children}</div> : null}
      </Card>
      {after ? <div className="mt-4 text-center text-ink-2">{after}</div> : null}
    </>
  );
}
