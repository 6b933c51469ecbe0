/** Changes of plan, product and quantity: quotes, confirmation, application, scheduled changes. */
package org.evergreen.change;
