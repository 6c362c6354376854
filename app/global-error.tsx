"use client";

import "./globals.css";

/** Stands in when the root layout itself fails. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-4 py-16">
          <h1 className="text-title font-bold">Holdfast could not show this page.</h1>
          <p className="text-ink-2">
            Nothing was lost. Load the page again in a moment
            {error.digest ? `, or report the reference ${error.digest}` : ""}.
          </p>
        </main>
      </body>
    </html>
  );
}
