/**
 * How the shop's work is doing: figures for the host's meters, its health, and what a merchant
 * should look at. Micrometer and Spring Boot's actuator are optional; without them the merchant's
 * pages still say all of it. See {@code docs/17-operations.md}.
 */
package org.evergreen.metrics;
