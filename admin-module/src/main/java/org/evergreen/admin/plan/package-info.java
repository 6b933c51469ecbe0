/** Pages on which merchants keep plans and decide how products are sold. */
package org.evergreen.admin.plan;
