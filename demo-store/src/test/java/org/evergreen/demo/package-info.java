/** Tests of the demo store. */
package org.evergreen.demo;
