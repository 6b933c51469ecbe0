/**
 * A simulation of what many subscriptions ask of gateway, nodes and database; docs/19-scaling.md.
 */
package org.evergreen.benchmark.scale;
