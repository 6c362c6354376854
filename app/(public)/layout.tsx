import type { ReactNode } from "react";

/** The pages before the app: one question each, in the middle of the paper. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-10 md:py-20">
      <header className="mb-6 text-lg font-bold tracking-[-0.01em] text-accent">Holdfast</header>
      <main className="w-full max-w-[27rem]">{children}</main>
    </div>
  );
}
