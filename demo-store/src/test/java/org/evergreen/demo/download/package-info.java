/** The store's files held to the engine's contract. */
package org.evergreen.demo.download;
