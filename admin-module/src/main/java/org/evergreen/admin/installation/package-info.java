/** Where a merchant says whether this is the shop or a copy of it. */
package org.evergreen.admin.installation;
