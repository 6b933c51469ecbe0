// The gateway's own form for a card that is not stored yet, and the bank's question about a payment.
// What is typed there goes from the browser to the gateway; the shop gets a reference.
(() => {
  const NOT_LOADED =
    'The form for a new card could not be loaded. Please reload the page, or use a card that you have stored.';
  const NOT_ENTERED = 'The card could not be taken. Please check it and try again.';
  const NOT_ASKED = 'Your bank could not be reached. Please try again in a moment.';

  // The script may come later than this one, or never.
  const gateway = (block) =>
    new Promise((resolve, reject) => {
      const open = () => resolve(window.Stripe(block.dataset.key));
      const script = document.querySelector('script[data-evergreen-gateway]');
      if (window.Stripe) {
        open();
      } else if (script) {
        script.addEventListener('load', open);
        script.addEventListener('error', () => reject(new Error(NOT_LOADED)));
        setTimeout(() => reject(new Error(NOT_LOADED)), 20000);
      } else {
        reject(new Error(NOT_LOADED));
      }
    });

  const say = (block, text) => {
    block.querySelector('[data-evergreen-card-problem]').textContent = text;
  };

  const rest = (form, resting) => {
    form.querySelectorAll('button[type=submit], input[type=submit]').forEach((button) => {
      button.disabled = resting;
    });
    form.setAttribute('aria-busy', resting);
  };

  // The token against forged requests is among them, whatever the host calls it.
  const hiddenFieldsOf = (form) => {
    const fields = new URLSearchParams();
    form.querySelectorAll('input[type=hidden]').forEach((input) => fields.append(input.name, input.value));
    return fields;
  };

  // ---- A new card

  const isWanted = (block) => {
    const [name, value] = (block.dataset.when || '').split('=');
    return !name || new FormData(block.closest('form')).get(name) === value;
  };

  const optionsOf = async (block) => {
    if (!block.dataset.setup) {
      const setup = block.dataset.mode === 'setup';
      return {
        mode: block.dataset.mode,
        currency: block.dataset.currency,
        paymentMethodTypes: ['card'],
        paymentMethodCreation: 'manual',
        ...(setup ? {} : { amount: Number(block.dataset.amount), setupFutureUsage: 'off_session' }),
      };
    }
    const response = await fetch(block.dataset.setup, {
      method: 'POST',
      body: hiddenFieldsOf(block.closest('form')),
      redirect: 'error',
    });
    if (!response.ok) {
      throw new Error(NOT_LOADED);
    }
    return { clientSecret: (await response.json()).clientSecret };
  };

  const mount = async (block) => {
    const stripe = await gateway(block);
    const elements = stripe.elements({ ...(await optionsOf(block)), locale: document.documentElement.lang || 'auto' });
    elements.create('payment').mount(block.querySelector('[data-evergreen-card-element]'));
    block.querySelector('[data-evergreen-card-loading]')?.remove();
    return { stripe, elements };
  };

  const mounted = new WeakMap();
  const open = (block) => {
    if (!mounted.has(block)) {
      const opening = mount(block);
      mounted.set(block, opening);
      opening.catch((failure) => {
        console.error(failure);
        mounted.delete(block);
        say(block, NOT_LOADED);
      });
    }
    return mounted.get(block);
  };

  const enteredForPayment = async ({ stripe, elements }) => {
    const incomplete = await elements.submit();
    return incomplete.error ? incomplete : stripe.createPaymentMethod({ elements });
  };

  const enteredForLater = ({ stripe, elements }) =>
    stripe.confirmSetup({ elements, redirect: 'if_required', confirmParams: { return_url: location.href } });

  const take = async (form, block, button) => {
    rest(form, true);
    say(block, '');
    let card = '';
    try {
      const entry = await open(block);
      const answer = await (block.dataset.setup ? enteredForLater(entry) : enteredForPayment(entry));
      card = answer.paymentMethod?.id || answer.setupIntent?.id || '';
      say(block, answer.error?.message || (card ? '' : NOT_ENTERED));
    } catch (failure) {
      console.error(failure);
      say(block, NOT_ENTERED);
    }
    rest(form, false);
    if (card) {
      block.querySelector('input[name=card]').value = card;
      form.requestSubmit(button);
    }
  };

  // ---- The bank's question

  const ask = async (form, block) => {
    rest(form, true);
    say(block, '');
    try {
      const { clientSecret, method, step } = block.dataset;
      const stripe = await gateway(block);
      const answer = await (step === 'CONFIRM'
        ? stripe.confirmPayment({
            clientSecret,
            redirect: 'if_required',
            confirmParams: { return_url: location.href, ...(method ? { payment_method: method } : {}) },
          })
        : stripe.handleNextAction({ clientSecret }));
      if (answer.error?.type === 'api_connection_error') {
        throw new Error(answer.error.message);
      }
      // Whatever was answered, the server reads it at the gateway.
      block.dataset.asked = 'yes';
      rest(form, false);
      form.requestSubmit();
    } catch (failure) {
      console.error(failure);
      rest(form, false);
      say(block, NOT_ASKED);
    }
  };

  // Before the listener that lets a form send once.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      const confirm = form.querySelector('[data-evergreen-confirm]');
      const card = form.querySelector('[data-evergreen-card]');
      const asks = confirm && !confirm.dataset.asked;
      const enters =
        card && event.submitter?.name !== 'look' && isWanted(card) && !card.querySelector('input[name=card]').value;
      if (!asks && !enters) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (asks) {
        ask(form, confirm);
      } else {
        take(form, card, event.submitter);
      }
    },
    true,
  );

  const look = () => {
    document.querySelectorAll('[data-evergreen-card]').forEach((block) => {
      const wanted = isWanted(block);
      block.hidden = !wanted;
      if (wanted) {
        open(block);
      }
    });
  };

  document.addEventListener('change', look);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      document.querySelectorAll('[data-evergreen-card] input[name=card]').forEach((input) => (input.value = ''));
    }
  });
  look();
  document.querySelector('[data-evergreen-confirm][data-auto]')?.closest('form').requestSubmit();
})();
