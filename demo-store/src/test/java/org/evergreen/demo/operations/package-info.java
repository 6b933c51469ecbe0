/** What machines watch. */
package org.evergreen.demo.operations;
