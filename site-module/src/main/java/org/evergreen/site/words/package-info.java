/** Plain words for templates: amounts, dates, intervals, and the ways to buy a product. */
package org.evergreen.site.words;
