/** The merchant's first page: how the subscriptions are doing. */
package org.evergreen.admin.dashboard;
