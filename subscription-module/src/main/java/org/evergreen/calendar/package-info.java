/** When a subscription is due: anchors, cycle dates, previews. Pure functions, no framework. */
package org.evergreen.calendar;
