/** The demo's clock, and what happens while it is moved forward. */
package org.evergreen.demo.clock;
