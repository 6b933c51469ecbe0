/** A small shop that the pages are tested in: fakes, a real database, Spring Security. */
package org.evergreen.site.host;
