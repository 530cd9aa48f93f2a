// Has the browser make or ask a passkey for a form, and sends what comes of it (Web Authentication Level 3).
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const [button, alert] = [form.querySelector('button'), form.querySelector('[role=alert]')];
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    alert.textContent = '';
    try {
      const asked = await fetch(form.dataset.passkey, { method: 'POST' });
      if (!asked.ok) {
        // Signed out, or the proof of who is there is too old: the page itself asks for what is missing.
        if (asked.status === 401 || asked.status === 409) return location.reload();
        throw asked;
      }
      const { options, token } = await asked.json();
      const question = JSON.parse(options);
      const credential = await ('makes' in form.dataset
        ? navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question),
          })
        : navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question),
          }));
      form.elements.token.value = token;
      form.elements.answer.value = JSON.stringify(credential);
      form.submit();
    } catch {
      alert.textContent = form.dataset.failed;
      button.ariaBusy = 'false';
    }
  });
}
