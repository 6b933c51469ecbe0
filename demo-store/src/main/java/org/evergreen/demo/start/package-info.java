/**
 * How the demo store starts: its settings, the embedded database, checks whose failure is one clear
 * line, and what is printed when it is ready.
 */
package org.evergreen.demo.start;
