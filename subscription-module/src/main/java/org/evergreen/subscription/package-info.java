/** The subscription aggregate: lines, status machine, commands, history. */
package org.evergreen.subscription;
