// Shows what a form is about as its readers will see it, while it is filled in.
const box = document.querySelector('[data-preview]');
const form = box.closest('form');
const shown = box.querySelector('[data-shown]');
const into = box.dataset.into;
let turn = 0;

const look = async (now) => {
  // Somebody typed on.
  if (now !== turn) return;
  const body = new URLSearchParams({ event: box.dataset.event });
  for (const [name, value] of new FormData(form)) {
    const field = name.replaceAll('-', '_');
    body.append(into ? `${into}[${field}]` : field, value);
  }
  const answer = await fetch(box.dataset.preview, { method: 'POST', body });
  const html = answer.ok ? await answer.json() : null;
  // Cleaned on the server.
  if (html === null || now !== turn) return;
  shown.innerHTML = html;
  shown.closest('.question-preview')?.toggleAttribute('hidden', html === '');
};

form.addEventListener('input', () => {
  turn += 1;
  const now = turn;
  setTimeout(() => look(now).catch(() => {}), 250);
});
