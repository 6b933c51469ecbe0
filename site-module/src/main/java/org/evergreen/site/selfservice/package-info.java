/** The actions of My Account, a class each. */
package org.evergreen.site.selfservice;
