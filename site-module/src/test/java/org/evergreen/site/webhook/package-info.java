/** The endpoint for webhooks over the wire. */
package org.evergreen.site.webhook;
