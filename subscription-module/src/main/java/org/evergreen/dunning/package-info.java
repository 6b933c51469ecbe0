/** What follows when a renewal could not be paid: pure rules over values. */
package org.evergreen.dunning;
