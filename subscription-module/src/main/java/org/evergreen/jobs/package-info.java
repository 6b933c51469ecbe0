/**
 * Work that runs by itself on every node: renewals, recovery, endings, notices. Triggered by the
 * wall clock through a table that all nodes share; what is due is decided by the shop's time.
 */
package org.evergreen.jobs;
