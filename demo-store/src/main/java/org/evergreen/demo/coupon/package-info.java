/** Coupons: off the first order, or off payments of each subscription that it starts. */
package org.evergreen.demo.coupon;
