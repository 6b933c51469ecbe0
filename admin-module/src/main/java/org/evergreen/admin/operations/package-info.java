/** What runs by itself behind the shop: jobs, e-mails, webhooks, disputes, and their remedies. */
package org.evergreen.admin.operations;
