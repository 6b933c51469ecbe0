/** Rules of the demo store's account. */
package org.evergreen.demo.account;
