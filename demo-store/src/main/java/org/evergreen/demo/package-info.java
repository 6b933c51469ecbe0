/** The demo store: a small storefront and its admin in one process. */
package org.evergreen.demo;
