/** The shop's clock and time zone. Nothing in Evergreen reads the wall clock in any other way. */
package org.evergreen.time;
