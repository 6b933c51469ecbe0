/**
 * What a shopper does to his subscription by himself, in one scheme: every action shows its exact
 * effect first and does it only when the shopper has seen it. A host adds an action by declaring a
 * bean of {@link org.evergreen.site.action.SelfServiceAction}.
 */
package org.evergreen.site.action;
