/** The plans a merchant keeps and the products they are attached to. */
package org.evergreen.plan;
