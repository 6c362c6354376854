import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { allowedHosts } from "@/lib/webhooks/allowed-hosts";
import { MOST_ATTEMPTS, nextTryAt } from "@/lib/webhooks/deliveries";
import { refuseAddress } from "@/lib/webhooks/post-event";
import { isPublicAddress } from "@/lib/webhooks/public-address";
import { signedHeaders, webhookSecret } from "@/lib/webhooks/webhook-secret";

describe("an address inside a network", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "fc00::1",
    "fe80::1",
    "2002:a00:1::",
    "2001:db8::1",
    "ff02::1",
    "localhost",
    "",
  ])("%s is none of the public's", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(["8.8.8.8", "172.32.0.1", "192.169.0.1", "2a00:1450:4001::1", "2606:4700::1111"])(
    "%s is the public's",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe("what may be posted to", () => {
  test.each([
    ["https://hooks.example.com/a", null],
    ["http://hooks.example.com/a", "scheme"],
    ["ftp://hooks.example.com/a", "scheme"],
    ["https://user:pw@hooks.example.com/", "credentials"],
    ["https://127.0.0.1/", "inside"],
    ["https://[::1]/", "inside"],
    ["https://2130706433/", "inside"],
    ["https://0x7f.1/", "inside"],
    ["http://127.0.0.1:9/", "scheme"],
    ["http://127.0.0.1:8080/in", null],
  ] as const)("%s is judged %s", (url, expected) => {
    expect(refuseAddress(new URL(url), ["127.0.0.1:8080"])).toBe(expected);
  });

  test.each([
    ["https://10.0.0.1/hook", "10.0.0.1", null],
    ["https://10.0.0.1/hook", "10.0.0.1:443,", null],
    ["http://erp.internal/hook", "ERP.internal", null],
    ["http://erp.internal/hook", "erp.internal:80", null],
    ["http://erp.internal/hook", "erp.internal:443", "scheme"],
    ["https://10.0.0.1:8443/hook", "10.0.0.1", "inside"],
    ["https://10.0.0.1/hook", "10.0.0.1:8443", "inside"],
    ["https://[::1]/hook", "[::1]", null],
    ["https://10.0.0.1/hook", ",", "inside"],
  ] as const)("%s with %s let through is judged %s", (url, hosts, expected) => {
    expect(refuseAddress(new URL(url), allowedHosts(hosts))).toBe(expected);
  });
});

describe("the signature", () => {
  const named = { workspaceId: "w", endpointId: "e", version: 1 };
  const secret = webhookSecret("a server's secret", named);

  test("is checked by whoever has the secret, as Standard Webhooks says", () => {
    const body = '{"id":"1"}';
    const at = new Date("2026-03-01T12:00:00.900Z");
    const headers = signedHeaders(secret, { id: "1", at, body });
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const expected = createHmac("sha256", key).update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
    expect(headers["webhook-timestamp"]).toBe("1772366400");
  });

  test("another endpoint, workspace, version or server has another secret", () => {
    const others = [
      webhookSecret("another secret", named),
      webhookSecret("a server's secret", { ...named, version: 2 }),
      webhookSecret("a server's secret", { ...named, endpointId: "f" }),
      webhookSecret("a server's secret", { ...named, workspaceId: "v" }),
    ];
    expect(new Set([secret, ...others]).size).toBe(5);
    expect(webhookSecret("a server's secret", named)).toBe(secret);
  });
});

test("tries come ever later and end", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const waits = Array.from({ length: MOST_ATTEMPTS }, (_, i) => nextTryAt(now, i + 1));
  const minutes = waits.map((at) => at && (at.getTime() - now.getTime()) / 60_000);
  expect(minutes).toEqual([0.5, 2, 10, 60, 240, 720, 1440, null]);
});
