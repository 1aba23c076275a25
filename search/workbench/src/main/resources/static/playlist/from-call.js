// On the call page: a clip starts a little before the second that is heard.

const LEAD = 8;
const LENGTH = 12;
const link = document.getElementById("make-clip");
const audio = document.getElementById("audio");

link.addEventListener("click", () => {
  if (audio && audio.currentTime > 0) {
    const start = Math.max(0, audio.currentTime - LEAD);
    const address = new URL(link.href);
    address.searchParams.set("start", start.toFixed(1));
    address.searchParams.set("end", (start + LENGTH).toFixed(1));
    link.href = address;
  }
});
