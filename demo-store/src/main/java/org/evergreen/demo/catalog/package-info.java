/** What the store sells, and the engine's catalog port on it. */
package org.evergreen.demo.catalog;
