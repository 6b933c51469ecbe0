/** Which files of downloadable products a subscriber may fetch, and the way to them. */
package org.evergreen.download;
