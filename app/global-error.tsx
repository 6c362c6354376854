"use client";

import "./globals.css";
import { useSyncExternalStore } from "react";
import { failureWords } from "@/components/layout/failure-words";
import { type Language, toLanguage } from "@/lib/i18n/languages";

function languageOfBrowser(): Language {
  return toLanguage(document.documentElement.lang) ?? toLanguage(navigator.language) ?? "en";
}

const never = () => () => {};

/** Stands in when the root layout itself fails, and with it whoever knew the reader's language. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const language = useSyncExternalStore<Language>(never, languageOfBrowser, () => "en");
  const { title, next } = failureWords(language, error.digest);
  return (
    <html lang={language}>
      <body>
        <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-4 py-16">
          <h1 className="text-title font-bold">{title}</h1>
          <p className="text-ink-2">{next}</p>
        </main>
      </body>
    </html>
  );
}
