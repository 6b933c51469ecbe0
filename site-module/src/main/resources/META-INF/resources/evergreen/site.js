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

// What an action would do follows the answers. Without this the page has a button for it.
(() => {
  const form = document.querySelector('form[data-evergreen-preview]');
  if (!form) {
    return;
  }
  const preview = () => document.getElementById('evergreen-preview');
  let latest = 0;

  const showWhatMatters = () => {
    const answers = new FormData(form);
    form.querySelectorAll('[data-evergreen-when]').forEach((field) => {
      const [name, value] = field.dataset.evergreenWhen.split('=');
      field.hidden = answers.get(name) !== value;
    });
  };

  const take = (page) => {
    page.querySelectorAll('.evergreen-problem').forEach((problem) => {
      const shown = document.getElementById(problem.id);
      const input = document.getElementById(problem.id.replace(/-problem$/, ''));
      if (shown) {
        shown.textContent = problem.textContent;
      }
      input?.classList.toggle('is-invalid', problem.textContent !== '');
    });
    preview().replaceChildren(...page.getElementById('evergreen-preview').childNodes);
  };

  const refresh = async () => {
    const mine = ++latest;
    const answers = new FormData(form);
    answers.delete('seen');
    answers.set('look', '1');
    preview().setAttribute('aria-busy', 'true');
    preview().querySelectorAll('button').forEach((button) => (button.disabled = true));
    try {
      const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(answers) });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (mine !== latest) {
        return;
      }
      if (page.getElementById('evergreen-preview')) {
        take(page);
      } else {
        location.reload();
      }
    } finally {
      if (mine === latest) {
        preview().removeAttribute('aria-busy');
        preview().querySelectorAll('button').forEach((button) => (button.disabled = false));
      }
    }
  };

  let soon = 0;
  form.addEventListener('input', (event) => {
    if (event.target.closest('[data-evergreen-quiet]')) {
      return;
    }
    showWhatMatters();
    clearTimeout(soon);
    soon = setTimeout(refresh, event.target.type === 'radio' ? 0 : 400);
  });
  form.querySelector('.evergreen-look')?.classList.add('visually-hidden-focusable');
  showWhatMatters();
})();
