// It knows what the shop's pages use, asks the double for everything, and shows fields and the
// bank's question that a browser test can fill in and answer:
// input[name="number"], button[data-bank="complete"] and button[data-bank="fail"].
(function () {
  'use strict';

  var API = '{stripe}';

  function send(key, method, path, fields) {
    var form = new URLSearchParams(fields || {});
    form.set('key', key);
    var asked = method === 'GET'
        ? fetch(API + path + '?' + form)
        : fetch(API + path, {method: 'POST', body: form});
    return asked.then(function (answer) {
      return answer.json();
    });
  }

  function field(name, label, placeholder) {
    var box = document.createElement('label');
    box.textContent = label + ' ';
    var input = document.createElement('input');
    input.name = name;
    input.placeholder = placeholder;
    input.autocomplete = 'off';
    input.inputMode = 'numeric';
    box.appendChild(input);
    box.style.display = 'block';
    return {box: box, input: input};
  }

  function PaymentElement(type) {
    this.type = type;
    this.listeners = {};
    this.number = field('number', 'Card number', '4242 4242 4242 4242');
    this.expiry = field('expiry', 'Expiry', 'MM / YY');
    this.code = field('cvc', 'Security code', 'CVC');
  }

  PaymentElement.prototype.mount = function (place) {
    var root = typeof place === 'string' ? document.querySelector(place) : place;
    if (!root) {
      throw new Error('There is no ' + place + ' to mount the element in');
    }
    root.replaceChildren(this.number.box, this.expiry.box, this.code.box);
    var element = this;
    root.addEventListener('input', function () {
      element.tell('change', {complete: element.complete(), empty: false, value: {type: 'card'}});
    });
    setTimeout(function () {
      element.tell('ready', {});
    }, 0);
  };

  PaymentElement.prototype.complete = function () {
    return this.number.input.value.replace(/\D/g, '').length >= 12;
  };

  PaymentElement.prototype.on = function (event, listener) {
    (this.listeners[event] = this.listeners[event] || []).push(listener);
    return this;
  };

  PaymentElement.prototype.tell = function (event, what) {
    (this.listeners[event] || []).forEach(function (listener) {
      listener(what);
    });
  };

  PaymentElement.prototype.unmount = function () {
    this.number.box.remove();
    this.expiry.box.remove();
    this.code.box.remove();
  };

  PaymentElement.prototype.destroy = PaymentElement.prototype.unmount;
  PaymentElement.prototype.update = function () {};

  function Elements(options) {
    this.options = options || {};
    this.element = null;
  }

  Elements.prototype.create = function (type) {
    this.element = new PaymentElement(type);
    return this.element;
  };

  Elements.prototype.getElement = function () {
    return this.element;
  };

  Elements.prototype.update = function (options) {
    Object.assign(this.options, options);
  };

  Elements.prototype.submit = function () {
    return Promise.resolve(
        this.element && this.element.complete()
            ? {}
            : {error: {type: 'validation_error', message: 'Your card number is incomplete.'}});
  };

  function askBank(intent) {
    return new Promise(function (answered) {
      var dialog = document.createElement('div');
      dialog.setAttribute('role', 'dialog');
      dialog.setAttribute('aria-label', 'Your bank');
      dialog.style.cssText =
          'position:fixed;inset:0;background:#fff;padding:2rem;z-index:2147483647';
      var text = document.createElement('p');
      text.textContent = 'Your bank asks: is it you who does this? (' + intent.id + ')';
      dialog.appendChild(text);
      [['complete', 'Complete authentication'], ['fail', 'Fail authentication']].forEach(
          function (choice) {
            var button = document.createElement('button');
            button.type = 'button';
            button.dataset.bank = choice[0];
            button.textContent = choice[1];
            button.addEventListener('click', function () {
              dialog.remove();
              answered(choice[0]);
            });
            dialog.appendChild(button);
          });
      document.body.appendChild(dialog);
    });
  }

  function pathOf(secret) {
    var id = secret.split('_secret_')[0];
    return (id.indexOf('seti_') === 0 ? '/v1/setup_intents/' : '/v1/payment_intents/') + id;
  }

  function result(answer) {
    if (answer.error) {
      return {error: answer.error};
    }
    var problem = answer.last_payment_error || answer.last_setup_error;
    if (answer.status === 'requires_payment_method' && problem) {
      return {error: problem};
    }
    return answer.object === 'setup_intent' ? {setupIntent: answer} : {paymentIntent: answer};
  }

  function Stripe(key) {
    if (!key) {
      throw new Error('Stripe needs a publishable key');
    }

    function next(answer, secret) {
      if (answer.error || answer.status !== 'requires_action') {
        return result(answer);
      }
      return askBank(answer)
          .then(function (said) {
            return send(
                key, 'POST', pathOf(secret) + '/authenticate',
                {client_secret: secret, result: said});
          })
          .then(result);
    }

    function enter(elements) {
      return send(
          key, 'POST', '/v1/payment_methods',
          {type: 'card', 'card[number]': elements.element.number.input.value});
    }

    function confirm(secret, method) {
      var fields = {client_secret: secret};
      if (method) {
        fields.payment_method = method;
      }
      return send(key, 'POST', pathOf(secret) + '/confirm', fields).then(function (answer) {
        return next(answer, secret);
      });
    }

    function confirmWith(options) {
      var elements = options.elements;
      var secret = options.clientSecret || (elements && elements.options.clientSecret);
      var given = options.confirmParams && options.confirmParams.payment_method;
      if (given || !elements) {
        return confirm(secret, given);
      }
      return enter(elements).then(function (method) {
        return method.error ? {error: method.error} : confirm(secret, method.id);
      });
    }

    return {
      elements: function (options) {
        return new Elements(options);
      },
      createPaymentMethod: function (options) {
        return enter(options.elements).then(function (method) {
          return method.error ? {error: method.error} : {paymentMethod: method};
        });
      },
      confirmPayment: confirmWith,
      confirmSetup: confirmWith,
      confirmCardPayment: function (secret, data) {
        return confirm(secret, data && data.payment_method);
      },
      confirmCardSetup: function (secret, data) {
        return confirm(secret, data && data.payment_method);
      },
      handleNextAction: function (options) {
        var secret = options.clientSecret;
        return send(key, 'GET', pathOf(secret), {client_secret: secret}).then(function (answer) {
          return next(answer, secret);
        });
      },
      retrievePaymentIntent: function (secret) {
        return send(key, 'GET', pathOf(secret), {client_secret: secret}).then(result);
      },
      retrieveSetupIntent: function (secret) {
        return send(key, 'GET', pathOf(secret), {client_secret: secret}).then(result);
      }
    };
  }

  Stripe.version = 3;
  window.Stripe = Stripe;
})();
