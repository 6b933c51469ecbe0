/**
 * Where this process belongs: the shop that charged last, a copy of it, or that shop at a new
 * address. A copy charges nobody and writes to nobody.
 */
package org.evergreen.installation;
