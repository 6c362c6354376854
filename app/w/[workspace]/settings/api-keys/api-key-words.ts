import type { ApiScope } from "@/lib/auth/api-key";

export const SCOPE_WORDS: Record<ApiScope, { name: string; may: string }> = {
  "wave:send": {
    name: "Ask people",
    may: "Makes survey links for people and enters new contacts. Reads no answers.",
  },
};

export const WORDS = {
  title: "API keys",
  listTitle: (live: number) => (live === 1 ? "1 live key" : `${live} live keys`),
  listNote: "For systems of your own. A key works until it is revoked.",
  caption: "Keys of this workspace, with what they may do and when they were used last",
  adminsOnly: "Only admins of the workspace see its keys.",
  none: "No system has a key yet.",
  name: "Key",
  may: "May",
  made: "Made",
  used: "Used last",
  never: "never",
  revoked: "Revoked",
  revoke: "Revoke",
  revokeQuestion: (name: string) => `Revoke ${name}?`,
  revokeNote: "Every system that uses it is refused at once. This cannot be undone.",
  newTitle: "Make a key",
  newNote: "It is shown once, after you made it. Here only its fingerprint is kept.",
  nameLabel: "Name",
  nameHint: "The system that will use it.",
  scopes: "What it may do",
  make: "Make the key",
  once: "Copy it now: it is not shown again.",
} as const;
