/** What a new demo store is filled with, once. */
package org.evergreen.demo.seed;
