/** The admin of the shop to try the module with. */
package org.evergreen.broadleaf.tryout.admin;
