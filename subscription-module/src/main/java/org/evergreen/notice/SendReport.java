package org.evergreen.notice;

/**
 * What became of the notices of one round.
 *
 * @param sent taken by the mail server
 * @param postponed not taken; tried again later
 * @param failed given up
 * @param inDoubt found half-sent by a node that died; not sent again
 */
public record SendReport(int sent, int postponed, int failed, int inDoubt) {}
