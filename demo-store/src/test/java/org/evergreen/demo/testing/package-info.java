/** What the store's tests share: one running store with a database of its own. */
package org.evergreen.demo.testing;
