"use client";

import { useEffect, useState } from "react";

type FoundAccount = { id: string; name: string };

const PAUSE_MS = 120;

/** Accounts for what is typed, asked for after a short pause; what comes too late is dropped. */
export function useFoundAccounts(workspace: string, typed: string): readonly FoundAccount[] {
  const [accounts, setAccounts] = useState<readonly FoundAccount[]>([]);
  useEffect(() => {
    if (typed.trim() === "") {
      setAccounts([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: typed });
      try {
        const answer = await fetch(`/api/w/${workspace}/find?${query}`, { signal: stop.signal });
        const { accounts: found } = (await answer.json()) as { accounts: FoundAccount[] };
        setAccounts(found);
      } catch {
        if (!stop.signal.aborted) setAccounts([]);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, typed]);
  return accounts;
}
