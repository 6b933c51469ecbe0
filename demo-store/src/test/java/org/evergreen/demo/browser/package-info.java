/** The store in a real browser. */
package org.evergreen.demo.browser;
