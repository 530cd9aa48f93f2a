// Lets the items of a list be dragged to another place; the buttons do the same.
const list = document.querySelector('[data-order]');
let held = null;
let after = null;

for (const item of list?.querySelectorAll('[data-movable]') ?? []) item.draggable = true;

list?.addEventListener('dragstart', (event) => {
  held = event.target.closest('li');
  after = held.nextElementSibling;
});

// Dropped elsewhere, or given up: as it was.
list?.addEventListener('dragend', () => {
  if (held) list.insertBefore(held, after);
  held = null;
});

list?.addEventListener('dragover', (event) => {
  const over = event.target.closest('li');
  if (!held) return;
  event.preventDefault();
  if (!over || over === held) return;
  const { top, height } = over.getBoundingClientRect();
  const isAbove = event.clientY < top + height / 2;
  list.insertBefore(held, isAbove ? over : over.nextElementSibling);
});

list?.addEventListener('drop', (event) => {
  if (!held) return;
  event.preventDefault();
  const form = held.querySelector('form');
  form.elements.to.value = [...list.children].indexOf(held);
  held = null;
  form.requestSubmit(form.querySelector('[value=to]'));
});
