// Picks all rows of a page and says who is picked.
const form = document.querySelector('[data-select]');
const whole = form?.querySelector('[data-select-page]');
const boxes = [...(form?.querySelectorAll('input[name="guest"]') ?? [])];
const said = form?.querySelectorAll('[data-selected]') ?? [];

function count() {
  const picked = boxes.filter((box) => box.checked).length;
  const all = form?.querySelector('input[name="all"]:checked');
  const who = all?.labels[0]?.textContent.trim();
  for (const line of said) line.textContent = who ?? line.dataset.selected.replace('#', String(picked));
  const box = whole?.querySelector('input');
  if (!box) return;
  box.checked = picked === boxes.length;
  box.indeterminate = picked > 0 && picked < boxes.length;
}

if (whole) whole.hidden = false;

whole?.addEventListener('change', (event) => {
  for (const box of boxes) box.checked = event.target.checked;
  count();
});

form?.addEventListener('change', count);
count();
