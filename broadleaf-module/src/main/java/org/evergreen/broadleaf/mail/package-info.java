/** Mails through the sender that the Broadleaf shop has set up. */
package org.evergreen.broadleaf.mail;
