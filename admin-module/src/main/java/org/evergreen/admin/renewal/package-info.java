/** The renewals monitor: what is due, what went wrong, and what a merchant can do about it. */
package org.evergreen.admin.renewal;
