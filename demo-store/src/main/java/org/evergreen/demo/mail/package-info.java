/** Mail that the demo keeps instead of sending, and the page on which it is read. */
package org.evergreen.demo.mail;
