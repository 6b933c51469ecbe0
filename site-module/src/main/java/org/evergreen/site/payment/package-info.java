/** Pages on what a shopper pays with, and on payments that he confirms with his bank. */
package org.evergreen.site.payment;
