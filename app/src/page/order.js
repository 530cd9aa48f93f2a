// Lets the items of a list be dragged to another place; the buttons do the same.
const list = document.querySelector('[data-order]');
let held = null;

for (const item of list?.querySelectorAll('[data-movable]') ?? []) item.draggable = true;

list?.addEventListener('dragstart', (event) => {
  held = event.target.closest('li');
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
  event.preventDefault();
  const form = held.querySelector('form');
  form.elements.to.value = [...list.children].indexOf(held);
  form.requestSubmit(form.querySelector('[value=to]'));
});
