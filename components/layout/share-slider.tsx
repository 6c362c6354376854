"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

type ShareSliderProps = {
  /** Path of the page; the share becomes part of its address. */
  action: string;
  name: string;
  label: string;
  percent: number;
  /** Parameters of the address that stay as they are. */
  kept: Record<string, string>;
};

const WAIT_MS = 350;

/** A percentage that is stated by the reader: the page follows the slider, without script a button sends it. */
export function ShareSlider({ action, name, label, percent, kept }: ShareSliderProps) {
  const router = useRouter();
  const t = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState(percent);
  const [isLoading, startLoading] = useTransition();
  const sent = useRef<number | null>(null);
  // What the slider asked for may arrive while it has moved on; any other share comes of Back.
  useEffect(() => {
    if (percent !== sent.current) setShown(percent);
    sent.current = null;
  }, [percent]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    sent.current = shown;
    const query = new URLSearchParams({ ...kept, [name]: String(shown) });
    startLoading(() => router.replace(`${action}?${query}`, { scroll: false }));
  }

  function move(to: number) {
    setShown(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form.current?.requestSubmit(), WAIT_MS);
  }

  return (
    <form
      ref={form}
      action={action}
      onSubmit={submit}
      className="flex flex-wrap items-center gap-3 print:hidden"
    >
      {Object.entries(kept).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <input
        type="range"
        name={name}
        min={5}
        max={100}
        step={5}
        value={shown}
        onChange={(event) => move(Number(event.currentTarget.value))}
        aria-label={label}
        aria-valuetext={`${shown} %`}
        className="w-64 max-w-full accent-accent"
      />
      <output className="min-w-12 text-figure font-bold">{shown} %</output>
      <noscript>
        <Button type="submit">{t("apply")}</Button>
      </noscript>
      <span role="status" className="text-sm text-ink-2">
        {isLoading ? t("loading") : ""}
      </span>
    </form>
  );
}
