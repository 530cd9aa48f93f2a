const box = document.querySelector('[data-preview]');
const area = box.querySelector('textarea');
const shown = box.querySelector('[data-shown]');
let turn = 0;

const look = async (now) => {
  // Somebody typed on.
  if (now !== turn) return;
  const body = new URLSearchParams({ event: box.dataset.preview, text: area.value });
  const answer = await fetch('/fn/events/prose', { method: 'POST', body });
  const html = answer.ok ? await answer.json() : null;
  // Cleaned on the server.
  if (html !== null && now === turn) shown.innerHTML = `<div class="prose">${html}</div>`;
};

area.addEventListener('input', () => {
  turn += 1;
  const now = turn;
  setTimeout(() => look(now).catch(() => {}), 250);
});
