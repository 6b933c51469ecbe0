/** The payment gateway port, charges with their idempotency keys, and stored payment methods. */
package org.evergreen.payment;
