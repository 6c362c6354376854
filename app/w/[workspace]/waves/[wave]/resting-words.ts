import type { WaveTrouble } from "@/lib/surveys/mail/wave-trouble";

function reason({ kind, count, sends }: WaveTrouble): string {
  const of = `of ${sends} mails`;
  if (kind === "complaints") {
    return count === 1
      ? `1 ${of} was marked as spam by its recipient.`
      : `${count} ${of} were marked as spam by their recipients.`;
  }
  return count === 1 ? `1 ${of} could not be delivered.` : `${count} ${of} could not be delivered.`;
}

export const RESTING = {
  title: "This wave rests",
  reason,
  unknown: "It was paused.",
  advice:
    "Going on would harm how mail servers see your address. Look at where the addresses come from first; people who were asked can still answer.",
  resume: "Go on sending",
  question: "Go on with this wave?",
  meaning:
    "The mails that wait are sent. Bounces and complaints are counted anew from now on, and the wave rests again if there are too many.",
};
