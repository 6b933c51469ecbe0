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
  const lookButton = form.querySelector('.evergreen-look');
  let latest = 0;

  const showWhatMatters = () => {
    const answers = new FormData(form);
    form.querySelectorAll('[data-evergreen-when]').forEach((field) => {
      const [name, value] = field.dataset.evergreenWhen.split('=');
      field.hidden = answers.get(name) !== value;
    });
  };

  // ---- Which questions are asked can follow the answers too: what an item can be changed to.

  const fieldsOf = (page) => [...page.querySelectorAll('#evergreen-fields > [data-evergreen-field]')];
  const shownField = (asked) =>
    fieldsOf(document).find((shown) => shown.dataset.evergreenField === asked.dataset.evergreenField);

  // A field without what is answered; the gateway's own form asks the same always.
  const questionOf = (field) => {
    const parts = (selector) => [...field.querySelectorAll(`:is(${selector}):not([data-evergreen-card] *)`)];
    return JSON.stringify([
      parts('legend, label, option, .evergreen-choice-terms, .form-text').map((text) => text.textContent),
      parts('input, select, textarea').map(({ type, min, max, value }) => [
        type,
        min,
        max,
        ['radio', 'hidden'].includes(type) ? value : '',
      ]),
    ]);
  };

  const isAskedOtherwise = (asked) => {
    const shown = shownField(asked);
    return shown !== undefined && questionOf(shown) !== questionOf(asked);
  };

  // A question that is shown already stays in its place, with the focus and what was typed.
  const takeFields = (page) => {
    const asked = fieldsOf(page);
    const names = asked.map((field) => field.dataset.evergreenField);
    fieldsOf(document)
      .filter((shown) => !names.includes(shown.dataset.evergreenField))
      .forEach((shown) => shown.remove());
    let before = null;
    for (const field of asked) {
      const shown = shownField(field);
      const stays = shown && !isAskedOtherwise(field);
      if (!stays) {
        shown?.remove();
        document.getElementById('evergreen-fields').insertBefore(field, before ? before.nextSibling : fieldsOf(document)[0]);
      }
      before = stays ? shown : field;
    }
  };

  const take = (page) => {
    takeFields(page);
    showWhatMatters();
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

  const ask = async (answers) => {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(answers) });
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  };

  // What was answered to another question is no answer to this one.
  const askAgain = async (answers, page) => {
    const others = fieldsOf(page).filter(isAskedOtherwise);
    others.forEach((field) => answers.delete(field.dataset.evergreenField));
    return others.length === 0 ? page : ask(answers);
  };

  const refresh = async () => {
    const mine = ++latest;
    const answers = new FormData(form);
    answers.delete('seen');
    answers.set('look', '1');
    preview().setAttribute('aria-busy', 'true');
    preview().querySelectorAll('button').forEach((button) => (button.disabled = true));
    try {
      const page = await askAgain(answers, await ask(answers));
      if (mine !== latest) {
        return;
      }
      if (page.getElementById('evergreen-preview')) {
        take(page);
      } else {
        location.reload();
      }
    } catch (failure) {
      console.error(failure);
      lookButton?.classList.remove('visually-hidden-focusable');
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
  lookButton?.classList.add('visually-hidden-focusable');
  showWhatMatters();
})();
