/** Helpers over Joda-Money: the one place where amounts are rounded. */
package org.evergreen.money;
