/** The merchant's pages in a small shop of fakes, over a real database. */
package org.evergreen.admintest;
