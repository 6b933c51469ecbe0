/** The renewal benchmark and micro-benchmarks: how fast, how much memory, how many commits. */
package org.evergreen.benchmark;
