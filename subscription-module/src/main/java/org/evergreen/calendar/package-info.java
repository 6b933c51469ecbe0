/**
 * When a subscription is due: anchors, aligned days, cycle dates, missed cycles. Pure, no
 * framework.
 */
package org.evergreen.calendar;
