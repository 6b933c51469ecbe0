/** From Broadleaf's checkout workflow to subscriptions. */
package org.evergreen.broadleaf.checkout;
