export type Sent =
  | { ok: true; page: string }
  | { ok: false; message: string; fieldErrors: Record<string, string> };

const BROKEN_OFF: Sent = {
  ok: false,
  message: "The upload broke off. Check the connection and try again.",
  fieldErrors: {},
};

function toSent(request: XMLHttpRequest): Sent {
  try {
    const body = JSON.parse(request.responseText);
    if (request.status === 200) return { ok: true, page: String(body.page) };
    return { ok: false, message: String(body.message), fieldErrors: body.fieldErrors ?? {} };
  } catch {
    return BROKEN_OFF;
  }
}

/** The bytes as they are: the browser reads the file from disk while it sends. fetch tells no progress. */
export function sendFile(
  url: string,
  file: File,
  onProgress: (ratio: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(toSent(request));
    request.onerror = () => resolve(BROKEN_OFF);
    request.onabort = () => resolve(BROKEN_OFF);
    request.send(file);
  });
}
