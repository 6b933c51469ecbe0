// Stands in for Stripe.js.
// It knows what the shop's pages use, asks the double for everything, and shows fields and the
// bank's question that a browser test can fill in and answer: input[name="number"] in a frame,
// button[data-bank="complete"] and button[data-bank="fail"].
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

  // The fields are in a frame of the double's own origin, as Stripe's are: neither the shop's page
  // nor its scripts can read what is typed.
  function PaymentElement(type) {
    var element = this;
    this.type = type;
    this.listeners = {};
    this.questions = [];
    this.frame = document.createElement('iframe');
    this.frame.title = 'Card';
    this.frame.src = API + '/js/v3/form';
    this.frame.style.cssText = 'border:0;width:100%;height:14rem';
    this.loaded = new Promise(function (loaded) {
      element.on('ready', loaded);
    });
    this.hear = function (event) {
      if (event.source === element.frame.contentWindow && event.origin === API) {
        element.heard(event.data);
      }
    };
  }

  PaymentElement.prototype.mount = function (place) {
    var root = typeof place === 'string' ? document.querySelector(place) : place;
    if (!root) {
      throw new Error('There is no ' + place + ' to mount the element in');
    }
    window.addEventListener('message', this.hear);
    root.replaceChildren(this.frame);
  };

  PaymentElement.prototype.heard = function (what) {
    if (what.ready) {
      this.tell('ready', {});
    } else if (what.question === undefined) {
      this.tell('change', {complete: what.complete, empty: false, value: {type: 'card'}});
    } else {
      this.questions[what.question](what.answer);
    }
  };

  PaymentElement.prototype.ask = function (what, key) {
    var element = this;
    return this.loaded.then(function () {
      return new Promise(function (answered) {
        var question = element.questions.push(answered) - 1;
        element.frame.contentWindow.postMessage({ask: what, key: key, question: question}, API);
      });
    });
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
    window.removeEventListener('message', this.hear);
    this.frame.remove();
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
    return this.element.ask('complete').then(function (complete) {
      return complete
          ? {}
          : {error: {type: 'validation_error', message: 'Your card number is incomplete.'}};
    });
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
      return elements.element.ask('enter', key);
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
