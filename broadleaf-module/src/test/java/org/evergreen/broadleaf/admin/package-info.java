/** Tests of the Broadleaf module. */
package org.evergreen.broadleaf.admin;
