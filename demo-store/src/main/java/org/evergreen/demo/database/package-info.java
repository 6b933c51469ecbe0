/** The demo store's own tables, beside those of the engine. */
package org.evergreen.demo.database;
