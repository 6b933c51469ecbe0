/** My Account in a real browser: every action, seen and done. */
package org.evergreen.demo.browser.account;
