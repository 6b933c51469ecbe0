/** The files of downloadable products, and the engine's downloads port on them. */
package org.evergreen.demo.download;
