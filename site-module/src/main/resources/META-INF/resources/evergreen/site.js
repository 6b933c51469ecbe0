// A form sends once: its buttons rest after the first click. The server does not rely on it.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-evergreen-once]')) {
    return;
  }
  // Later, so that the pressed button's own value is still sent.
  setTimeout(() => {
    form.querySelectorAll('button[type=submit], input[type=submit]').forEach((button) => {
      button.disabled = true;
    });
  });
});

// Coming back with the browser's back button shows the page as it was left.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    document
      .querySelectorAll('form[data-evergreen-once] :is(button[type=submit], input[type=submit])')
      .forEach((button) => {
        button.disabled = false;
      });
  }
});
