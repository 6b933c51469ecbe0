/** What shoppers and merchants are told by e-mail: outbox, templates, sending exactly once. */
package org.evergreen.notice;
