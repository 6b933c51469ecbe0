/**
 * The ids that a line of the log is about, as fields beside the sentence: what support looks for,
 * and what an encoder of JSON writes out by itself.
 */
package org.evergreen.log;
